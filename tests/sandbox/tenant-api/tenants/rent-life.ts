import { type Booking, credit, debit } from '../ledger.ts';

/** A lease that is lived in, month after month: rent, housing benefit, payment. */
export interface RentLife {
  /** Such as `LOG 004473` for a dwelling or `GAR 000318` for a garage. */
  readonly lot: string;
  /** `2018-06` */
  readonly firstMonth: string;
  /** Nothing is booked after it. */
  readonly today: string;
  readonly rentCents: number;
  /** Housing benefit paid straight to the landlord; 0 for none. */
  readonly benefitCents: number;
  /** What the person pays with, and on which day of the month; the day of the rent when it is the 26th. */
  readonly payment: { readonly label: string; readonly dayOfMonth: string };
  /** How many of the last months went unpaid. */
  readonly unpaidMonths?: number;
}

/** The landlord books rent and benefit on the 26th, as in the leaflet. */
const RENT_DAY = '26';
/** Every January the rent rises by 0.75 %, rounded to the cent. */
const YEARLY_RISE_PER_10_000 = 75;

export function bookingsOf(life: RentLife): Booking[] {
  const months = monthsBetween(life.firstMonth, life.today.slice(0, 7));
  const due = months.filter((month) => `${month}-${RENT_DAY}` <= life.today);
  const paidUntil = due.length - (life.unpaidMonths ?? 0);

  let rentCents = life.rentCents;
  const bookings = due.flatMap((month, index) => {
    const isNewYear = index > 0 && month.endsWith('-01');
    if (isNewYear) rentCents += Math.round((rentCents * YEARLY_RISE_PER_10_000) / 10_000);

    const rentDay = `${month}-${RENT_DAY}`;
    const name = `${month.slice(5, 7)}/${month.slice(2, 4)}`;
    const paymentMonth = life.payment.dayOfMonth < RENT_DAY ? nextMonth(month) : month;
    const shareCents = rentCents - life.benefitCents;
    return [
      debit(rentDay, `${life.lot} ${name}`, rentCents),
      ...(life.benefitCents > 0 ? [credit(rentDay, `APL ${name}`, life.benefitCents)] : []),
      ...(index < paidUntil
        ? [credit(`${paymentMonth}-${life.payment.dayOfMonth}`, life.payment.label, shareCents)]
        : []),
    ];
  });
  return bookings.filter(({ postedOn }) => postedOn <= life.today);
}

/** @returns `2018-06` … `2018-09`, both included */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

/** @param months negative to go back */
export function monthsAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + (number - 1) + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

function nextMonth(month: string): string {
  return monthsAfter(month, 1);
}
