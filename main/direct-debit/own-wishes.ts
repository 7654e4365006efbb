/** What a person wished here in this session, laid over what the central API says. */
import type { DirectDebit, Mandate } from '../../preload/direct-debit-contract.ts';
import type { DirectDebit as ApiDirectDebit, DirectDebitChange } from '../tenant-api/tenant-api.ts';

export interface SignedMandate {
  creditor: DirectDebit['creditor'];
  reference: string;
  holder: string;
  iban: string;
  bic: string | null;
  day: number;
  /** `2018-06-26` */
  signedOn: string;
  /** Path data, see preload/signature.ts. */
  signature: string;
}

export type Wished = { mandate: SignedMandate; change: null } | { mandate: null; change: DirectDebitChange };

export type OwnWish = Wished & { deliveryId: string };

/** `wishes`: the oldest first. */
export function withOwnWishes(said: ApiDirectDebit | DirectDebit, wishes: readonly OwnWish[]): DirectDebit {
  return wishes.reduce(
    (shown, { mandate, change }) => (mandate ? withMandate(shown, mandate) : withChange(shown, change)),
    shownOf(said),
  );
}

/** What stands in the way of a change, as far as can be told here. */
export function obstacleTo(
  change: DirectDebitChange,
  shown: DirectDebit | null,
): 'INPUT_INVALID' | 'MANDATE_NONE' | 'DEBIT_TOO_LATE' | null {
  if (!shown) return 'INPUT_INVALID';
  if (!shown.mandate || shown.mandate.state === 'ending') return 'MANDATE_NONE';
  switch (change.kind) {
    case 'day':
      return shown.days.includes(change.day) ? null : 'INPUT_INVALID';
    case 'leaveOut': {
      const debit = shown.comingDebits.find(({ id }) => id === change.debitId);
      if (debit?.state === 'tooLate') return 'DEBIT_TOO_LATE';
      return debit?.state === 'planned' ? null : 'INPUT_INVALID';
    }
    case 'end':
      return null;
    default:
      return change satisfies never;
  }
}

function shownOf({ mandate, days, comingDebits, ...said }: ApiDirectDebit | DirectDebit): DirectDebit {
  return {
    creditor: said.creditor,
    nextMandateReference: said.nextMandateReference,
    mandate: mandate && { canBePrinted: false, ...mandate },
    days: [...new Set(days)].toSorted((one, other) => one - other),
    comingDebits: comingDebits.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
  };
}

function withMandate(shown: DirectDebit, signed: SignedMandate): DirectDebit {
  const { reference, holder, iban, day, signedOn } = signed;
  const ours: Mandate = {
    ...{ reference, holder, day, signedOn },
    ibanLast4: iban.slice(-4),
    bankName: null,
    state: 'beingRecorded',
    canBePrinted: true,
  };
  const isKnown = shown.mandate?.reference === reference;
  return { ...shown, mandate: { ...ours, ...(isKnown ? shown.mandate : {}), canBePrinted: true } };
}

function withChange(shown: DirectDebit, change: DirectDebitChange): DirectDebit {
  const { mandate, comingDebits } = shown;
  switch (change.kind) {
    case 'day':
      return { ...shown, mandate: mandate && { ...mandate, day: change.day } };
    case 'leaveOut':
      return {
        ...shown,
        comingDebits: comingDebits.map((debit) =>
          debit.id === change.debitId ? { ...debit, state: 'leftOut' } : debit,
        ),
      };
    case 'end':
      return {
        ...shown,
        mandate: mandate && { ...mandate, state: 'ending' },
        // What the bank has already is debited all the same.
        comingDebits: comingDebits.filter(({ state }) => state === 'tooLate'),
      };
    default:
      return change satisfies never;
  }
}
