import type { PaymentAttempt, PaymentOutcome, Recovery } from '../payment-terminal.ts';

/** What an encrypting reader hands over. Only the payment provider has the key to it. */
export interface EncryptedCard {
  /** Lower-case hexadecimal, one per track that was read. */
  readonly ciphertexts: readonly string[];
  /** ANSI X9.24 (DUKPT): which key it was encrypted with. Twenty hexadecimal digits. */
  readonly keySerialNumber: string;
}

/** The payment provider, reached through the central API. The same attempt is charged once, however often it is sent. */
export interface CardProvider {
  authorise(attempt: PaymentAttempt, card: EncryptedCard): Promise<PaymentOutcome>;
  recover(attempt: PaymentAttempt): Promise<Recovery>;
}
