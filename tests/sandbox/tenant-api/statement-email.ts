import type { Account, Tenant } from './books.ts';
import { euros, frenchDay } from './french-figures.ts';
import type { LedgerEntry, Stretch } from './ledger.ts';

/** The figures stay as the landlord writes them; the words are in the language that the person chose. */
const WORDS = {
  fr: {
    subject: 'Votre relevé de compte',
    greeting: 'Bonjour',
    tenantNumber: 'Numéro de locataire',
    lease: 'Bail',
    period: 'Période',
    to: 'au',
    opening: 'Solde au début de la période',
    closing: 'Solde à la fin de la période',
    columns: ['Date', 'Libellé', 'Débit', 'Crédit', 'Solde'],
    totals: 'Totaux',
    empty: 'Aucune écriture sur cette période.',
    owed: 'à payer',
    inCredit: 'en votre faveur',
    signature: 'EKIDOM',
  },
  en: {
    subject: 'Your account statement',
    greeting: 'Hello',
    tenantNumber: 'Tenant number',
    lease: 'Lease',
    period: 'Period',
    to: 'to',
    opening: 'Balance before the period',
    closing: 'Balance after the period',
    columns: ['Date', 'Label', 'Debit', 'Credit', 'Balance'],
    totals: 'Totals',
    empty: 'Nothing was booked in this period.',
    owed: 'to pay',
    inCredit: 'in your favour',
    signature: 'EKIDOM',
  },
} as const;

export type Language = keyof typeof WORDS;

export function statementEmail(statement: {
  tenant: Tenant;
  account: Account;
  from: string;
  to: string;
  stretch: Stretch;
  language: Language;
}): { subject: string; text: string } {
  const { tenant, account, from, to, stretch } = statement;
  const words = WORDS[statement.language];
  const entries = account.entries.slice(stretch.first, stretch.end);
  const period = `${frenchDay(from)} ${words.to} ${frenchDay(to)}`;
  const balance = (cents: number) =>
    `${euros(cents)}${cents > 0 ? ` (${words.owed})` : cents < 0 ? ` (${words.inCredit})` : ''}`;

  const lines = [
    `${words.greeting} ${oneLine(tenant.displayName)},`,
    '',
    `${words.tenantNumber} : ${tenant.number}`,
    `${words.lease} : ${account.lease.number}, ${account.lease.addressLines.map(oneLine).join(', ')}`,
    `${words.period} : ${period}`,
    '',
    `${words.opening} : ${balance(stretch.openingBalanceCents)}`,
    '',
    ...(entries.length === 0 ? [words.empty] : table(words.columns, words.totals, entries)),
    '',
    `${words.closing} : ${balance(stretch.closingBalanceCents)}`,
    '',
    words.signature,
  ];
  return { subject: `${words.subject} (${period})`, text: `${lines.join('\n')}\n` };
}

function table(columns: readonly string[], totalsName: string, entries: readonly LedgerEntry[]): string[] {
  const sumCents = (direction: LedgerEntry['direction']) =>
    entries.reduce((sum, entry) => sum + (entry.direction === direction ? entry.amountCents : 0), 0);
  const rows = entries.map((entry) => [
    frenchDay(entry.postedOn),
    oneLine(entry.label),
    entry.direction === 'debit' ? euros(entry.amountCents) : '',
    entry.direction === 'credit' ? euros(entry.amountCents) : '',
    euros(entry.balanceAfterCents),
  ]);
  const totals = ['', totalsName, euros(sumCents('debit')), euros(sumCents('credit')), ''];
  const widths = columns.map((_, column) =>
    [columns, ...rows, totals].reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('-+-');
  const laidOut = (row: readonly string[]) =>
    widths
      .map((width, column) => padded(row[column] ?? '', width, column >= 2))
      .join(' | ')
      .trimEnd();

  return [laidOut(columns), rule, ...rows.map(laidOut), rule, laidOut(totals)];
}

/** Made when first needed: it takes longer than all else at the start of the sandbox. */
let graphemes: Intl.Segmenter | null = null;

function widthOf(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter('fr', { granularity: 'grapheme' });
  return [...graphemes.segment(text)].length;
}

function padded(text: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(width - widthOf(text));
  return toTheRight ? space + text : text + space;
}

/** A label is somebody else's text: it must not draw lines of its own, nor turn the direction of the others. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, ' ');
}
