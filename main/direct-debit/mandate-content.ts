import type { Locale } from '../../preload/contract.ts';

export interface DirectDebitMandateContent {
  creditor: { name: string; identifier: string; addressLines: readonly string[] };
  reference: string;
  holder: string;
  holderAddressLines: readonly string[];
  iban: string;
  bic: string | null;
  day: number;
  signedOn: string;
  signaturePath: string;
  locale: Locale;
  leaseNumber: string;
}
