/** How a call fails: one closed list of codes, and the result that carries them. */
import * as z from 'zod';

/** Every way in which a call can fail. Each has a sentence in the message catalogues, under `errors.<code>`. */
export const ERROR_CODES = [
  // The call itself: a bug or an attack, never a person's doing.
  'CHANNEL_UNKNOWN',
  'SENDER_REFUSED',
  'INPUT_INVALID',
  'OUTPUT_INVALID',
  'NOT_ALLOWED_NOW',
  'INTERNAL',
  // The central API.
  'API_UNREACHABLE',
  'API_TIMEOUT',
  'API_BROKEN_ANSWER',
  'API_REFUSED',
  'API_NOT_PINNED',
  'API_CERTIFICATE_EXPIRED',
  'API_CERTIFICATE_UNTRUSTED',
  'API_CERTIFICATE_OF_ANOTHER',
  'KIOSK_NOT_RECOGNISED',
  'KIOSK_CLOCK_WRONG',
  // The kiosk's enrolment.
  'KIOSK_NOT_ENROLLED',
  'ENROLMENT_CODE_UNKNOWN',
  'ENROLMENT_CODE_EXPIRED',
  'ENROLMENT_CODE_USED',
  'ENROLMENT_DELAYED',
  // The person's sign-in and session.
  'CREDENTIALS_INVALID',
  'SIGN_IN_DELAYED',
  'SESSION_OVER',
  // An account of one's own, and a lost password.
  'REGISTRATION_REFUSED',
  'REGISTRATION_DELAYED',
  'REGISTRATION_OVER',
  'ALREADY_REGISTERED',
  'EMAIL_TAKEN',
  'EMAIL_DELAYED',
  'EMAIL_NOT_VALIDATED',
  'PASSWORD_REFUSED',
  'RESET_CODE_WRONG',
  'RESET_DELAYED',
  'RESET_OVER',
  // The staff's way in: a wrong code, or one that came too early.
  'STAFF_CODE_REFUSED',
  // Staff who help tenants at the kiosk, and the trail of what they do.
  'STAFF_PIN_REFUSED',
  'STAFF_PIN_DELAYED',
  'STAFF_UNKNOWN_OFFLINE',
  'STAFF_OWN_ACCOUNT',
  'BADGE_NEEDED',
  'CONSENT_NEEDED',
  'HANDOVER_NEEDED',
  'IDENTITY_NEEDED',
  'ASSISTANCE_OVER',
  'LIMIT_REACHED',
  'AUDIT_BROKEN',
  // Statements.
  'PERIOD_TOO_LONG',
  'NO_EMAIL',
  'DOCUMENT_FAILED',
  // Documents that people bring: why one is not taken.
  'DOCUMENT_EMPTY',
  'DOCUMENT_KIND_UNKNOWN',
  'DOCUMENT_TOO_BIG',
  'DOCUMENT_TOO_MANY_PAGES',
  'DOCUMENT_PICTURE_TOO_LARGE',
  'DOCUMENT_ENCRYPTED',
  'DOCUMENT_DAMAGED',
  'DOCUMENT_TOO_SLOW',
  'DOCUMENT_NONE',
  // What documents come in on.
  'SCANNER_UNREACHABLE',
  'SCANNER_NOT_TRUSTED',
  'SCANNER_BUSY',
  'SCANNER_NO_PAPER',
  'SCANNER_JAMMED',
  'SCANNER_MISPICKED',
  'SCANNER_COVER_OPEN',
  'SCANNER_STOPPED',
  'SCANNER_BROKEN_ANSWER',
  'USB_KEY_GONE',
  'PHONE_PAGE_OVER',
  // The printer.
  'PRINTER_UNREACHABLE',
  'PRINTER_NOT_A_PRINTER',
  'PRINTER_BUSY',
  'PRINTER_REFUSED',
  'PRINTER_ABORTED',
  'PRINTER_GIVEN_UP',
  'PRINTER_OUTCOME_UNKNOWN',
  'PAGES_SPENT',
  // Payments.
  'AMOUNT_NOT_POSSIBLE',
  'PAYMENT_NOT_POSSIBLE',
  'TERMINAL_UNREACHABLE',
  'RECEIPT_UNAVAILABLE',
  'RENT_NOTICE_CODE_WRONG',
  /** The line is cut, and a reference alone does not say what is to be paid. */
  'RENT_NOTICE_CODE_NEEDED',
  'RENT_NOTICE_UNKNOWN',
  'RENT_NOTICE_DELAYED',
  'RENT_NOTICE_OF_ANOTHER',
  // Direct debits.
  'IBAN_WRONG',
  'BIC_WRONG',
  'MANDATE_NONE',
  'MANDATE_BEING_RECORDED',
  'MANDATE_UNAVAILABLE',
  'DEBIT_TOO_LATE',
  // The landlord's papers.
  'PAPER_UNKNOWN',
  'PAPER_UNREADABLE',
  // Appointments with staff.
  'SLOT_TAKEN',
  'APPOINTMENT_UNKNOWN',
  // Partner sites.
  'PAGE_NOT_PRINTABLE',
  // The machine.
  'CONFIG_INVALID',
  'KEYRING_UNAVAILABLE',
  'STORE_UNAVAILABLE',
  'SCREEN_CRASHED',
  'SCREEN_HUNG',
  'GPU_CRASHED',
  'WIPE_FAILED',
] as const;

export const errorCodeSchema = z.enum(ERROR_CODES);

export const failureSchema = z.strictObject({
  code: errorCodeSchema,
  /** Present when trying again makes sense only later. */
  retryAfterSeconds: z.int().min(0).max(86_400).optional(),
});

/** `{ ok: true, value }`, or `{ ok: false, error }` with one of the codes above. */
export function resultOf<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: failureSchema }),
  ]);
}

export type ErrorCode = z.output<typeof errorCodeSchema>;
export type Failure = z.output<typeof failureSchema>;
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Failure };
