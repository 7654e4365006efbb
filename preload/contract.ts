/**
 * All that the screen and the machine say to each other: one typed list of calls and events.
 *
 * The renderer imports the types only; main checks every input and every output against the schemas.
 * Money is integer cents, positive when the tenant owes it. Days are ISO 8601 (`2018-06-26`).
 */
import * as z from 'zod';
import { appointmentCalls } from './appointment-contract.ts';
import { ASSISTANCE_ENDS, assistanceSchema, assistCalls, assistEvents } from './assist-contract.ts';
import { directDebitCalls } from './direct-debit-contract.ts';
import { documentCalls, documentEvents } from './document-contract.ts';
import { dwellingCalls } from './dwelling-contract.ts';
import { enrolmentCalls } from './enrolment-contract.ts';
import { errorCodeSchema, failureSchema, resultOf } from './failures.ts';
import { guideCalls, guideEvents } from './guide-contract.ts';
import { partsHealthSchema } from './health-contract.ts';
import { helpCalls, helpEvents } from './help-contract.ts';
import { informationCalls, informationEvents } from './information-contract.ts';
import { insuranceCalls } from './insurance-contract.ts';
import { joiningCalls } from './joining-contract.ts';
import { LOCALES } from './locales.ts';
import { partnerCalls, partnerEvents } from './partner-contract.ts';
import { paymentCalls, paymentEvents } from './payment-contract.ts';
import { profileCalls } from './profile-contract.ts';
import { refusedDeliveryCalls } from './refused-deliveries-contract.ts';
import { requestCalls } from './request-contract.ts';
import { unsignedDepositCalls } from './unsigned-deposit-contract.ts';
import { amountCents, cents, day, delivery, id, none, nothing, startedPrint } from './values.ts';

export {
  ERROR_CODES,
  type ErrorCode,
  errorCodeSchema,
  type Failure,
  failureSchema,
  type Result,
} from './failures.ts';
export { LOCALES };

export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export const CONTRASTS = ['standard', 'dark'] as const;
/** Why a session ended: said once to whoever may still be there. */
export const END_REASONS = ['finished', 'idle', 'absoluteLimit', 'sessionOver', 'interrupted'] as const;
/** What the end of a session waits for, within bounds. */
export const HOLD_REASONS = ['printing', 'payment'] as const;

/** What can be done for a lease depends on it. */
export const LEASE_LIVES = ['coming', 'current', 'former'] as const;

/** What staff type: figures only, for a pad of large keys. */
export const STAFF_CODE = /^\d{6,12}$/;

/** Whether the central API answers, answers badly or late, or is not there. */
const connectivity = z.enum(['online', 'degraded', 'offline']);

export const localeSchema = z.enum(LOCALES);

/** What the first paint needs. It does not change while the program runs. */
const bootstrap = z.strictObject({
  /** CSS pixels in a millimetre of this screen: every size on screen is made from it. */
  pixelsPerMillimetre: z.number().positive().max(100),
  brand: z.strictObject({ primary: z.string(), onPrimary: z.string() }),
  agency: z.strictObject({
    name: z.string(),
    phone: z.string(),
    openingHours: z.array(z.string()),
  }),
  locales: z.array(localeSchema).min(1),
  /** Whether people can hold a code before a scanner. */
  hasScanner: z.boolean(),
});

const access = z.strictObject({
  locale: localeSchema,
  textSize: z.enum(TEXT_SIZES),
  contrast: z.enum(CONTRASTS),
});

const accessChoice = z.strictObject({
  locale: z.exactOptional(access.shape.locale),
  textSize: z.exactOptional(access.shape.textSize),
  contrast: z.exactOptional(access.shape.contrast),
});

const tenant = z.strictObject({
  displayName: z.string(),
  number: z.string(),
  maskedEmail: z.string().nullable(),
  /** Absent without one. */
  maskedMobile: z.exactOptional(z.string()),
});

/** One thing of the configuration that a technician has to mend. */
export const configFaultSchema = z.strictObject({
  file: z.string(),
  key: z.string(),
  expected: z.string(),
});

/** Somebody is there. The seconds are those that were left when it was said. */
const presence = {
  /** Nobody has moved: the session ends unless somebody does. */
  idleWarningSeconds: z.int().nullable(),
  /** No session lasts for ever, and this one is about to end. */
  limitWarningSeconds: z.int().nullable(),
  /** "J'ai terminé" was touched; what the end still waits for. */
  leavingAfter: z.enum(HOLD_REASONS).nullable(),
  /** A staff member helps. */
  assistance: assistanceSchema.nullable(),
  /** Why nobody helps any more, until somebody does again. */
  assistanceEnded: z.enum(ASSISTANCE_ENDS).nullable(),
};

/** What the screen is told of the session. The renderer shows it and decides nothing by itself. */
const sessionSnapshot = z.intersection(
  z.object({ access }),
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('starting') }),
    z.object({ state: z.literal('attract'), ended: z.enum(END_REASONS).nullable() }),
    z.object({ state: z.literal('signedOut'), ...presence }),
    z.object({ state: z.literal('tenant'), tenant, ...presence }),
    /** Somebody tried to get out, again and again: a calm screen for a while, then all is as it was behind it. */
    z.object({
      state: z.literal('slowed'),
      /** By this machine's clock, in milliseconds since 1970. */
      untilMs: z.int(),
      behind: z.enum(['attract', 'signedOut', 'tenant']),
    }),
    z.object({ state: z.literal('ending') }),
    z.object({
      state: z.literal('outOfService'),
      code: errorCodeSchema,
      faults: z.array(configFaultSchema),
    }),
    z.object({
      state: z.literal('technician'),
      staffId: z.string(),
      /** What the kiosk goes back to: out of service with this code, or into service. */
      outOfServiceCode: errorCodeSchema.nullable(),
    }),
  ]),
);

const beingRecorded = z.array(z.strictObject({ paymentId: id, paidOn: day, amountCents }));

const account = z.strictObject({
  id,
  leaseNumber: z.string(),
  /** All who signed it, as they are addressed on paper. */
  holders: z.array(z.string()),
  addressLines: z.array(z.string()),
  startsOn: day,
  endsOn: day.nullable(),
  /** On the day of `asOf`: it has not begun, it is lived in, or it is over. */
  life: z.enum(LEASE_LIVES),
  /** Which alerts concern it; null where the dwelling stands in no residence. */
  residenceId: id.nullable(),
  /** What the landlord has booked. */
  balanceCents: cents,
  asOf: day,
  /** Paid, and not yet in the balance or the ledger: shown beside them, never in both and never in neither. */
  beingRecorded,
  /** Ready-made periods, the most useful first; `all` is always there. */
  periods: z
    .array(
      z.strictObject({
        kind: z.enum(['all', 'last3Months', 'last12Months', 'year']),
        from: day,
        to: day,
        entryCount: z.int().nullable(),
      }),
    )
    .min(1),
});

export const ledgerEntrySchema = z.strictObject({
  id,
  postedOn: day,
  label: z.string(),
  direction: z.enum(['debit', 'credit']),
  amountCents: z.int().min(0),
  balanceAfterCents: cents,
});

const ledgerPage = z.strictObject({
  /** The newest first. */
  entries: z.array(ledgerEntrySchema),
  nextCursor: z.string().nullable(),
  openingBalanceCents: cents,
  closingBalanceCents: cents,
  entryCount: z.int().min(0),
  /** Paid, and in no page of this ledger yet. */
  beingRecorded,
});

const printJob = z.strictObject({
  jobId: id,
  state: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('preparing') }),
    /** Long enough to be looked at first: `printing.shown` gives its pages, `printing.confirm` has them printed. */
    z.strictObject({ name: z.literal('toConfirm'), pagesTotal: z.int().min(1) }),
    z.strictObject({ name: z.literal('sending') }),
    z.strictObject({
      name: z.literal('printing'),
      pagesPrinted: z.int().min(0).nullable(),
      pagesTotal: z.int().min(1),
      /** It goes on, and may get pale. */
      isTonerLow: z.exactOptional(z.literal(true)),
    }),
    z.strictObject({
      name: z.literal('waiting'),
      need: z.enum(['paper', 'jam', 'door', 'toner', 'full', 'offline', 'held', 'busy', 'other']),
      pagesTotal: z.int().min(1),
    }),
    z.strictObject({
      name: z.literal('completed'),
      pagesTotal: z.int().min(1),
      /** Said where it is not sheets. */
      paper: z.exactOptional(z.literal('roll80')),
      /** The printer was handed it, and says nothing of what becomes of it. */
      isOnlySent: z.exactOptional(z.literal(true)),
    }),
    z.strictObject({ name: z.literal('cancelled') }),
    z.strictObject({ name: z.literal('failed'), error: failureSchema }),
  ]),
});

const period = z.strictObject({ accountId: id, from: day, to: day });

/** Whether a code that is held before the scanner is read: it may have been unplugged. */
const barcodeScanner = z.strictObject({ isReady: z.boolean() });

/** Each call: what goes in, what comes back. Which state of the session allows it stands in main/ipc/rights.ts. */
export const calls = {
  'kiosk.bootstrap': { input: none, output: bootstrap },
  'session.read': { input: none, output: sessionSnapshot },
  'connectivity.read': { input: none, output: connectivity },
  /** The attract screen was touched. */
  'session.begin': { input: none, output: nothing },
  /** The person is there: the idle clock starts again. */
  'session.activity': { input: none, output: nothing },
  'session.setAccess': { input: accessChoice, output: nothing },
  'session.signIn': {
    input: z.strictObject({ email: z.string().max(254), password: z.string().max(256) }),
    output: resultOf(z.strictObject({})),
  },
  /** "J'ai besoin de plus de temps". */
  'session.moreTime': { input: none, output: nothing },
  /** "J'ai terminé", from any screen: everything of the session is wiped. A print is waited for; again, called off. */
  'session.end': { input: none, output: nothing },
  /** Not finished after all, while the end waits for a print. */
  'session.stay': { input: none, output: nothing },
  'account.list': { input: none, output: resultOf(z.array(account)) },
  'account.readLedger': {
    input: period.extend({ cursor: z.string().min(1).max(512).nullable() }),
    output: resultOf(ledgerPage),
  },
  /** Answers once the wish is safe on disk; `delivery.changed` tells when it was transmitted. */
  'statement.sendByEmail': { input: period, output: resultOf(delivery) },
  /** Answers once the job is known; `printing.changed` tells the rest. */
  'statement.print': { input: period, output: resultOf(startedPrint) },
  /** The PDF that waits to be confirmed, the very bytes that would be printed. */
  'printing.shown': { input: z.strictObject({ jobId: id }), output: resultOf(z.instanceof(Uint8Array)) },
  'printing.confirm': { input: z.strictObject({ jobId: id }), output: nothing },
  'printing.cancel': { input: z.strictObject({ jobId: id }), output: nothing },
  /** The way in for staff, from any screen. Whoever was there before is wiped first. */
  'staff.enter': {
    input: z.strictObject({ code: z.string().regex(STAFF_CODE) }),
    output: resultOf(z.strictObject({})),
  },
  /** Back to service, or to what keeps the kiosk out of it. */
  'staff.leave': { input: none, output: nothing },
  /** On the first printer where none is named. Answers once the job is known; `printing.changed` tells the rest. */
  'staff.testPage': {
    input: z.strictObject({ printerId: id.nullable() }),
    output: resultOf(startedPrint),
  },
  'staff.restart': { input: none, output: nothing },
  'staff.exit': { input: none, output: nothing },
  'health.read': { input: none, output: partsHealthSchema },
  'barcodeScanner.read': { input: none, output: barcodeScanner },
  ...partnerCalls,
  ...paymentCalls,
  ...directDebitCalls,
  ...documentCalls,
  ...dwellingCalls,
  ...enrolmentCalls,
  ...refusedDeliveryCalls,
  ...informationCalls,
  ...helpCalls,
  ...guideCalls,
  ...joiningCalls,
  ...insuranceCalls,
  ...profileCalls,
  ...requestCalls,
  ...unsignedDepositCalls,
  ...appointmentCalls,
  ...assistCalls,
} as const;

export const events = {
  'session.changed': sessionSnapshot,
  'connectivity.changed': connectivity,
  'printing.changed': printJob,
  'delivery.changed': delivery,
  'barcodeScanner.changed': barcodeScanner,
  ...documentEvents,
  ...partnerEvents,
  ...paymentEvents,
  ...informationEvents,
  ...helpEvents,
  ...assistEvents,
  ...guideEvents,
} as const;

export type Channel = keyof typeof calls;
export type CallInput<C extends Channel> = z.input<(typeof calls)[C]['input']>;
export type CallOutput<C extends Channel> = z.output<(typeof calls)[C]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

export type Access = z.output<typeof access>;
export type Account = z.output<typeof account>;
export type AccountPeriod = Account['periods'][number];
export type Bootstrap = z.output<typeof bootstrap>;
export type Connectivity = z.output<typeof connectivity>;
export type ConfigFault = z.output<typeof configFaultSchema>;
export type Delivery = z.output<typeof delivery>;
export type EndReason = (typeof END_REASONS)[number];
export type HoldReason = (typeof HOLD_REASONS)[number];
export type LedgerEntry = z.output<typeof ledgerEntrySchema>;
export type LedgerPage = z.output<typeof ledgerPage>;
export type LeaseLife = (typeof LEASE_LIVES)[number];
export type Locale = z.output<typeof localeSchema>;
export type PrintJob = z.output<typeof printJob>;
export type SessionSnapshot = z.output<typeof sessionSnapshot>;
export type Tenant = z.output<typeof tenant>;

/** What the preload script puts on `window.kiosk`. A refused call rejects with an Error whose message is its code. */
export interface KioskBridge {
  call<C extends Channel>(channel: C, input: CallInput<C>): Promise<CallOutput<C>>;
  /** Returns the way to stop listening. */
  on<E extends EventName>(event: E, listen: (payload: EventPayload<E>) => void): () => void;
}
