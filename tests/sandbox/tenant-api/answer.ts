/** What the API says to one request, before it becomes bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null when there is no body. */
  readonly contentType: string | null;
  readonly body: unknown;
}

/** The stable codes of this API's problems, and the status that each of them has. */
export const PROBLEMS = {
  'request.invalid': 400,
  'cursor.invalid': 400,
  'kiosk_credential.invalid': 401,
  'kiosk.clock_wrong': 401,
  /** Of the kiosk, the tenant or the deposit: which of them, the caller finds out by renewing its own. */
  'token.invalid': 401,
  'token.expired': 401,
  'credentials.invalid': 401,
  'staff_session.refused': 401,
  'path.unknown': 404,
  'account.unknown': 404,
  'request.unknown': 404,
  'rent_notice.unknown': 404,
  'payment.unknown': 404,
  'card_charge.unknown': 404,
  'paper.unknown': 404,
  'upload_slot.unknown': 404,
  'help_call.unknown': 404,
  'help_call.taken': 409,
  'guide_session.unknown': 404,
  'guide_session.taken': 409,
  'guide_session.delayed': 429,
  'upload.unknown': 404,
  'enrolment.code_unknown': 404,
  'registration.refused': 404,
  'registration.unknown': 404,
  'method.unknown': 405,
  'debit.unknown': 404,
  'enrolment.code_used': 409,
  'registration.already_registered': 409,
  'registration.email_taken': 409,
  'registration.not_validated': 409,
  'tenant.email_not_validated': 409,
  'tenant.no_email': 409,
  'request.closed': 409,
  'mandate.reference_taken': 409,
  'mandate.unknown': 404,
  'mandate.none': 409,
  'debit.too_late': 409,
  'upload.offset_wrong': 409,
  'upload.too_long': 409,
  'upload.unfinished': 409,
  'enrolment.code_expired': 410,
  'password_reset.over': 410,
  'request.too_large': 413,
  'idempotency_key.reused': 422,
  'iban.refused': 422,
  'document.damaged': 422,
  'password.refused': 422,
  'reset_code.wrong': 422,
  'slot.taken': 409,
  'appointment.unknown': 404,
  'document.unknown': 422,
  'occupant.unknown': 422,
  'profile_change.unknown': 404,
  'profile_change.decided': 409,
  'insurance.dates_impossible': 422,
  'cash_slip.amount_refused': 422,
  'audit_entry.wrong_hash': 422,
  'sign_in.delayed': 429,
  'registration.delayed': 429,
  'staff_session.delayed': 429,
  'email.delayed': 429,
  'password_reset.delayed': 429,
  'enrolment.delayed': 429,
  'sandbox.broken': 500,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export function ok(body: unknown): Answer {
  return { status: 200, headers: {}, contentType: 'application/json', body };
}

export function created(body: unknown): Answer {
  return { status: 201, headers: {}, contentType: 'application/json', body };
}

export function noContent(): Answer {
  return { status: 204, headers: {}, contentType: null, body: null };
}

/** RFC 9457. `detail` is for whoever reads a trace: it says what was wrong, never with which value. */
export function problem(
  code: ProblemCode,
  more: { detail?: string; retryAfterSeconds?: number; allow?: string } = {},
): Answer {
  const status = PROBLEMS[code];
  return {
    status,
    headers: {
      ...(more.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(more.retryAfterSeconds) }),
      ...(more.allow === undefined ? {} : { Allow: more.allow }),
    },
    contentType: 'application/problem+json',
    body: { status, code, ...(more.detail === undefined ? {} : { detail: more.detail.slice(0, 2_000) }) },
  };
}
