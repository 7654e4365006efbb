/** The payment provider that alone can decrypt what an encrypting reader read: its own journal of charges. */
export interface CardCharges {
  readonly charges: readonly CardCharge[];
  /** Once for each attempt. */
  charge(attemptId: string, amountCents: number): CardCharge;
  /** Null for one that was never asked, and then never will be. */
  find(attemptId: string): CardCharge | null;
}

export interface CardCharge {
  readonly attemptId: string;
  readonly amountCents: number;
  readonly currency: 'EUR';
  readonly result: 'approved' | 'refused' | 'inProgress';
  readonly authorisationNumber: string | null;
  readonly contract: string | null;
  readonly schemeCode: string | null;
}

/** Amounts that a developer types to see what else can become of a charge. */
export const REFUSED_AMOUNT_CENTS = 51_00;
export const SLOW_AMOUNT_CENTS = 68_00;

const CONTRACT = '1234567';
const FIRST_AUTHORISATION = 510_000;

export function createCardCharges(): CardCharges {
  const charges: CardCharge[] = [];
  const closed = new Set<string>();
  const find = (attemptId: string) => charges.find((charge) => charge.attemptId === attemptId) ?? null;

  return {
    charges,
    find(attemptId) {
      const found = find(attemptId);
      if (!found) closed.add(attemptId);
      // Whoever asks again finds that the bank has decided.
      if (found?.result === 'inProgress') {
        const decided = approved(found.attemptId, found.amountCents, charges.indexOf(found));
        charges[charges.indexOf(found)] = decided;
        return found;
      }
      return found;
    },
    charge(attemptId, amountCents) {
      const before = find(attemptId);
      if (before) return before;
      const made =
        amountCents === REFUSED_AMOUNT_CENTS || closed.has(attemptId)
          ? notApproved(attemptId, amountCents, 'refused')
          : amountCents === SLOW_AMOUNT_CENTS
            ? notApproved(attemptId, amountCents, 'inProgress')
            : approved(attemptId, amountCents, charges.length);
      charges.push(made);
      return made;
    },
  };
}

function approved(attemptId: string, amountCents: number, place: number): CardCharge {
  return {
    attemptId,
    amountCents,
    currency: 'EUR',
    result: 'approved',
    authorisationNumber: String(FIRST_AUTHORISATION + place),
    contract: CONTRACT,
    schemeCode: 'cb',
  };
}

function notApproved(attemptId: string, amountCents: number, result: 'refused' | 'inProgress'): CardCharge {
  return {
    attemptId,
    amountCents,
    currency: 'EUR',
    result,
    authorisationNumber: null,
    contract: CONTRACT,
    schemeCode: null,
  };
}
