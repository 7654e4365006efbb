import type { Locale } from '../../../preload/contract.ts';

interface Creditor {
  readonly name: string;
  readonly addressLines: readonly string[];
}

/** All that a filled-in SEPA direct debit mandate says. */
export interface DirectDebitMandateContent {
  readonly creditor: Creditor & {
    /** SEPA creditor identifier (ICS). */
    readonly identifier: string;
  };
  /** Unique mandate reference (RUM). */
  readonly reference: string;
  /** Whose account is debited. */
  readonly holder: string;
  readonly holderAddressLines: readonly string[];
  /** Without spaces. */
  readonly iban: string;
  readonly bic: string | null;
  /** Of the month. */
  readonly day: number;
  /** The agency's own day: `2018-07-11`. */
  readonly signedOn: string;
  /** Where it was signed. By default: at the creditor's kiosk. */
  readonly place?: string;
  /** The path data of an SVG of 1000 by 400; null when it is to be signed by hand. */
  readonly signaturePath: string | null;
  readonly leaseNumber: string;
  readonly locale: Locale;
}

/** What stands on the same form when it is to be filled in by hand. */
export interface DirectDebitFormContent {
  readonly creditor: Creditor & { readonly identifier: string | null };
  readonly tenantName: string | null;
  readonly leaseNumber: string | null;
  /** The agency's own day: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
}
