import { dayBefore, formatDayInFigures, formatDayInWords } from '../formats/dates.ts';
import { formatMoney } from '../formats/money.ts';
import { type Block, millimetres, type PaperDocument, type TableBlock } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import { rowOfFacts } from '../parts/facts.ts';
import { issue } from '../parts/issue.ts';
import { letterhead } from '../parts/letterhead.ts';
import { holdTogether } from '../type/hold-together.ts';
import type { StatementContent } from './statement-content.ts';
import type { StatementTotals } from './verify.ts';

const DATE_COLUMN_MIN = 64;
/** Wide enough for `−1 234,56 €`, so that most statements look alike. */
const AMOUNT_COLUMN_MIN = 66;
/** The longest day in words, 30 septembre, stands on one line. */
const DATE_SHARE = 1.3;
/** Room for the largest balance of the contract, `−1 000 000 000,00 €`, beside three ordinary facts. */
const BALANCE_SHARE = 1.35;

/** A statement that was verified, as a paper: every figure and word of it, in order. */
export function composeStatement(content: StatementContent, totals: StatementTotals): PaperDocument {
  const { landlord, lease, issuedOn, locale } = content;
  const words = messagesIn(locale).statement;
  return issue(
    { title: words.documentTitle(lease.number), author: landlord.name, issuedOn, locale },
    [
      ...composeHead(content),
      composeTable(content, totals),
      { kind: 'space', height: 14 },
      composeOutcome(content),
      { kind: 'space', height: 12 },
      ...composeNotes(content),
    ],
    [words.footer(lease.number, formatDayInWords(issuedOn, locale)), `${landlord.name} · ${landlord.phone}`],
  );
}

function composeHead(content: StatementContent): Block[] {
  const { landlord, agency, tenant, lease, period, issuedOn, locale, closingBalanceCents } = content;
  const messages = messagesIn(locale);
  const words = messages.statement;
  const inWords = (day: string) => formatDayInWords(day, locale);
  return [
    letterhead({ landlord, agency }, { name: tenant.displayName, addressLines: lease.addressLines }),
    { kind: 'space', height: millimetres(11) },
    { kind: 'text', role: 'H1', style: 'title', text: words.title },
    {
      kind: 'text',
      role: 'P',
      style: 'lead',
      text:
        period.from === period.to
          ? words.singleDay(inWords(period.from))
          : words.period(inWords(period.from), inWords(period.to)),
    },
    { kind: 'space', height: millimetres(6) },
    rowOfFacts([
      [1, { caption: messages.tenantNumber, value: tenant.number }],
      [1, { caption: messages.leaseNumber, value: lease.number }],
      [DATE_SHARE, { caption: words.issuedOn, value: inWords(issuedOn) }],
      [
        BALANCE_SHARE,
        {
          caption: words.balanceOn(formatDayInFigures(balanceDay(content))),
          value: formatMoney(closingBalanceCents, locale),
        },
      ],
    ]),
    { kind: 'space', height: millimetres(6) },
  ];
}

function composeTable(content: StatementContent, totals: StatementTotals): TableBlock {
  const { entries, period, locale, openingBalanceCents, closingBalanceCents } = content;
  const words = messagesIn(locale).statement;
  const money = (cents: number) => formatMoney(cents, locale);
  const balanceRow = (day: string, cents: number) => ({
    emphasis: 'strong' as const,
    cells: ['', words.balanceOn(formatDayInWords(day, locale)), '', '', money(cents)],
  });
  const amount = { align: 'end', width: { kind: 'content', min: AMOUNT_COLUMN_MIN } } as const;
  return {
    kind: 'table',
    columns: [
      { header: words.columns.date, align: 'start', width: { kind: 'content', min: DATE_COLUMN_MIN } },
      { header: words.columns.label, align: 'start', width: { kind: 'rest' } },
      { header: words.columns.debit, ...amount },
      { header: words.columns.credit, ...amount },
      { header: words.columns.balance, ...amount },
    ],
    rows: [
      balanceRow(dayBefore(period.from), openingBalanceCents),
      ...entries.map(({ postedOn, label, direction, amountCents, balanceAfterCents }) => ({
        emphasis: 'plain' as const,
        cells: [
          formatDayInFigures(postedOn),
          label,
          direction === 'debit' ? money(amountCents) : '',
          direction === 'credit' ? money(amountCents) : '',
          money(balanceAfterCents),
        ],
      })),
      ...(entries.length === 0
        ? [{ emphasis: 'plain' as const, cells: ['', words.noEntry, '', '', ''] }]
        : []),
      {
        emphasis: 'strong',
        cells: ['', words.total, money(totals.debitCents), money(totals.creditCents), ''],
      },
      balanceRow(balanceDay(content), closingBalanceCents),
    ],
    // The opening balance with two entries; three entries with the totals and the closing balance.
    together: { first: 3, last: 5 },
    keepWithNext: true,
  };
}

function composeOutcome(content: StatementContent): Block {
  const { locale, closingBalanceCents } = content;
  const words = messagesIn(locale).statement;
  const amount = formatMoney(Math.abs(closingBalanceCents), locale);
  const outcome =
    closingBalanceCents > 0
      ? words.owed(amount)
      : closingBalanceCents < 0
        ? words.inFavour(amount)
        : words.settled;
  return {
    kind: 'framed',
    keepWithNext: true,
    blocks: [
      {
        kind: 'text',
        role: 'P',
        style: 'body',
        text: words.on(formatDayInWords(balanceDay(content), locale)),
      },
      { kind: 'text', role: 'P', style: 'outcome', text: outcome },
    ],
  };
}

function composeNotes(content: StatementContent): Block[] {
  const { landlord, agency, locale } = content;
  const words = messagesIn(locale).statement;
  const phone = holdTogether(landlord.phone);
  const note = { kind: 'text', role: 'P', style: 'small' } as const;
  return [
    { ...note, text: words.howToRead, keepWithNext: true },
    ...(showsMinus(content) ? [{ ...note, text: words.minusMeans, keepWithNext: true }] : []),
    { ...note, text: words.contact(phone, agency.name) },
  ];
}

/** A period may reach into the future, but nobody knows a balance of the future. */
function balanceDay({ period, issuedOn }: StatementContent): string {
  return issuedOn >= period.from && issuedOn < period.to ? issuedOn : period.to;
}

function showsMinus({ openingBalanceCents, entries }: StatementContent): boolean {
  return openingBalanceCents < 0 || entries.some((entry) => entry.balanceAfterCents < 0);
}
