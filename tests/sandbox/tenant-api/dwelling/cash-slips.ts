import type { Account } from '../books.ts';
import type { Clock } from '../clock.ts';
import { balanceOf } from '../ledger.ts';

export interface CashSlip {
  readonly id: string;
  readonly reference: string;
  readonly code: string;
  readonly amountCents: number;
  readonly validUntil: string;
}

export interface CashSlips {
  /** Null when the account does not owe as much. */
  make(account: Account, amountCents: number): CashSlip | null;
}

/** The post office takes a slip for so long. */
const VALID_DAYS = 30;
const DAY_MS = 86_400_000;

/** Told by the clock, and not by the day of the accounts: the kiosk prints no slip that is over. */
export function createCashSlips(clock: Clock): CashSlips {
  let made = 0;
  return {
    make(account, amountCents) {
      if (amountCents > balanceOf(account.entries)) return null;
      made += 1;
      const validUntil = new Date(clock.nowMilliseconds() + VALID_DAYS * DAY_MS).toISOString().slice(0, 10);
      const lease = account.lease.number.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
      const reference = `EKI${lease.slice(0, 12).padStart(6, '0')}${String(made).padStart(4, '0')}`;
      const amount = String(amountCents).padStart(6, '0');
      return {
        id: `cash-slip-${made}`,
        ...{ reference, amountCents, validUntil },
        code: `EFC1${reference}${amount}${validUntil.replaceAll('-', '')}`,
      };
    },
  };
}
