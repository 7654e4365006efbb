/** Three books that were kept apart, held against each other. No amount is asked for twice in a run: it names a payment. */

/** What the terminal's own journal says. */
export interface TerminalLine {
  readonly amountCents: number;
  readonly isApproved: boolean;
}

/** What the kiosk's journal says. */
export interface KioskLine {
  readonly attemptId: string;
  readonly amountCents: number;
  readonly state: 'CREATED' | 'SENT' | 'APPROVED' | 'NOT_PERFORMED' | 'UNKNOWN' | 'SETTLED';
}

/** What the landlord has received. */
export interface LandlordLine {
  readonly id: string;
  readonly amountCents: number;
}

export interface Books {
  readonly terminal: readonly TerminalLine[];
  readonly kiosk: readonly KioskLine[];
  readonly landlord: readonly LandlordLine[];
  /** The attempts that staff are shown as not known. */
  readonly shownToStaff: readonly string[];
}

export interface Differences {
  /** Money that a card gave, and that is on nobody's account, or will be forgotten. */
  readonly lost: readonly Difference[];
  /** Money that was taken, or put on an account, once too often. */
  readonly doubled: readonly Difference[];
}

export interface Difference {
  readonly amountCents: number;
  /** What each book says. */
  readonly said: string;
}

/** @param unknownIsAllowed as long as staff have not yet looked into the terminal's journal */
export function compare(books: Books, { unknownIsAllowed }: { unknownIsAllowed: boolean }): Differences {
  const lost: Difference[] = [];
  const doubled: Difference[] = [];
  const amounts = new Set(
    [...books.terminal, ...books.kiosk, ...books.landlord].map(({ amountCents }) => amountCents),
  );
  for (const amountCents of amounts) {
    const here = pageOf(books, amountCents);
    const difference = { amountCents, said: saidOf(here) };
    if (isDoubled(here)) doubled.push(difference);
    if (here.taken > 0 && !isKept(here, books.shownToStaff, unknownIsAllowed)) lost.push(difference);
  }
  return { lost, doubled };
}

interface Page {
  readonly taken: number;
  readonly attempts: readonly KioskLine[];
  readonly booked: readonly LandlordLine[];
}

function pageOf({ terminal, kiosk, landlord }: Books, amountCents: number): Page {
  const isThis = (line: { amountCents: number }) => line.amountCents === amountCents;
  return {
    taken: terminal.filter((line) => isThis(line) && line.isApproved).length,
    attempts: kiosk.filter(isThis),
    booked: landlord.filter(isThis),
  };
}

/** Taken twice, booked twice, tried twice, or held for paid though nothing was taken. */
function isDoubled({ taken, attempts, booked }: Page): boolean {
  const isHeldForPaid = attempts.some(({ state }) => state === 'APPROVED' || state === 'SETTLED');
  return (
    taken > 1 ||
    booked.length > 1 ||
    attempts.length > 1 ||
    (taken === 0 && (booked.length > 0 || isHeldForPaid))
  );
}

/** Something that was taken: on the account under the attempt's own id, or in front of staff. */
function isKept(
  { attempts, booked }: Page,
  shownToStaff: readonly string[],
  unknownIsAllowed: boolean,
): boolean {
  return attempts.some(({ attemptId, state }) => {
    switch (state) {
      case 'SETTLED':
        return booked.some(({ id }) => id === attemptId);
      case 'UNKNOWN':
        return unknownIsAllowed && shownToStaff.includes(attemptId);
      case 'CREATED':
      case 'SENT':
      case 'APPROVED':
      case 'NOT_PERFORMED':
        return false;
      default:
        return state satisfies never;
    }
  });
}

function saidOf({ taken, attempts, booked }: Page): string {
  const states = attempts.map(({ state }) => state).join(' and ') || 'nothing';
  return `the terminal took it ${taken} times, the kiosk says ${states}, the landlord has it ${booked.length} times`;
}
