import type { UnknownReason } from '../../../preload/payment-contract.ts';

export type { UnknownReason };

/**
 * A payment terminal of any kind. It handles the card; the kiosk hears what became of the payment, and nothing else.
 *
 * `caisse-ap/`, `nexo/`, `concert-eplus/` and `encrypting-reader/` are such terminals.
 */
export interface PaymentTerminal {
  readonly can: TerminalAbilities;
  /** Asks for one payment, once. The attempt stands on disk already: this may be the last that is heard of it. */
  start(order: PaymentOrder): PaymentUnderWay;
  /** Asks the terminal what became of an attempt. Never starts a payment. */
  recover(attempt: PaymentAttempt): Promise<Recovery>;
  /** Whether the terminal can be reached; no payment is made. */
  test(): Promise<TerminalCheck>;
  close(): Promise<void>;
}

export interface TerminalAbilities {
  /** Whether the terminal can be asked what became of an attempt. Otherwise staff look into its own journal. */
  readonly recover: boolean;
  /** Whether the kiosk can end a payment. Otherwise the person presses the red button. */
  readonly abandon: boolean;
  /** Whether it hands over the text of the customer's ticket. */
  readonly ticket: boolean;
}

export interface PaymentAttempt {
  /** UUID version 7. */
  readonly attemptId: string;
  readonly amountCents: number;
  readonly currency: Currency;
}

export interface PaymentOrder extends PaymentAttempt {
  readonly wantsTicket: boolean;
}

/** ISO 4217. */
export type Currency = 'EUR';

export interface PaymentUnderWay {
  /** Always comes, within the driver's own deadline; never rejects. */
  readonly outcome: Promise<PaymentOutcome>;
  /** Tells the present state at once, then each change, until the outcome. Returns the way to stop listening. */
  follow(listen: (state: TerminalState) => void): () => void;
  /** Asks for the end of the payment. What became of it is told by the outcome alone. */
  abandon(): Promise<AbandonAnswer>;
}

export type TerminalState =
  | 'connecting'
  | 'waitingForCard'
  | 'processing'
  /** The terminal was silent, and is being asked what became of the payment. */
  | 'checking';

export type AbandonAnswer =
  /** The terminal was told; the outcome follows. */
  | 'requested'
  /** This terminal cannot be told: its red button does it. */
  | 'pressRedButton'
  /** The card has been read: nothing can stop the payment now. */
  | 'tooLate';

export type PaymentOutcome =
  | { readonly outcome: 'APPROVED'; readonly facts: PaymentFacts; readonly ticket: string | null }
  /** The terminal says that no money moved. */
  | { readonly outcome: 'NOT_PERFORMED'; readonly reason: NotPerformedReason }
  /** The terminal never heard of it. */
  | { readonly outcome: 'NOT_SENT'; readonly reason: NotSentReason }
  /** Money may have moved. Nobody may be charged for the same thing again before this is resolved. */
  | { readonly outcome: 'UNKNOWN'; readonly reason: UnknownReason };

/** Everything of an answer that is kept. `ticket` above is the customer's own, for paper at once: never stored. */
export interface PaymentFacts {
  readonly authorisationNumber: string | null;
  /** The merchant's contract with the acquirer. */
  readonly contract: string | null;
  readonly readingMode: ReadingMode | null;
  /** The protocol's own code of the card scheme, `00B` or `visa` for instance. */
  readonly schemeCode: string | null;
  /** The payment application on the card's chip, `A0000000421010` for instance. */
  readonly cardApplication: string | null;
}

export type ReadingMode = 'contact' | 'contactless' | 'magneticStripe' | 'manual';

export type NotPerformedReason =
  | 'REFUSED'
  | 'FORBIDDEN'
  | 'CALL_THE_BANK'
  | 'ABANDONED'
  | 'CARD_TIMEOUT'
  | 'NOT_COMPLETED'
  | 'TERMINAL_BUSY'
  | 'TERMINAL_NOT_READY'
  | 'TERMINAL_OFFLINE'
  | 'REQUEST_NOT_UNDERSTOOD'
  /** Asked afterwards, the terminal knows of no such payment. */
  | 'NEVER_STARTED'
  | 'UNSPECIFIED';

export type NotSentReason =
  | 'CONNECTION_REFUSED'
  | 'UNREACHABLE'
  /** What answered at that address is not the terminal of the configuration. */
  | 'CERTIFICATE_REFUSED'
  /** The keyring does not hold the passphrase that the terminal shares. */
  | 'TERMINAL_KEY_MISSING'
  | 'DEVICE_ABSENT'
  | 'DEVICE_FORBIDDEN'
  /** The reader types on the keyboard, or sends what it reads in clear. */
  | 'DEVICE_REFUSED'
  | 'TERMINAL_NOT_READY'
  /** Another payment is under way on it. */
  | 'TERMINAL_BUSY'
  | 'AMOUNT_NOT_POSSIBLE'
  | 'NO_PAYMENT_PROVIDER'
  | 'ABANDONED';

export type Recovery = Exclude<PaymentOutcome, { outcome: 'NOT_SENT' }>;

export type TerminalCheck =
  | { readonly reachable: true }
  | { readonly reachable: false; readonly reason: NotSentReason };

export const NO_FACTS: PaymentFacts = {
  authorisationNumber: null,
  contract: null,
  readingMode: null,
  schemeCode: null,
  cardApplication: null,
};
