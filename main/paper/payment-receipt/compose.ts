import { formatDayInWords, momentInFrance } from '../formats/dates.ts';
import { formatMoney } from '../formats/money.ts';
import {
  A4,
  type Block,
  millimetres,
  type PaperDocument,
  type StackedBlock,
  type TextBlock,
} from '../layout/document.ts';
import { styles } from '../layout/styles.ts';
import { messagesIn } from '../messages/messages.ts';
import { linesOfTicket } from './lines-of-ticket.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';

/** A reference of 14 figures is read and copied in groups. */
const NOTICE_REFERENCE_GROUPS = /(\d{4})(?=\d)/g;
/** Of the facts in a row: the longest moment and the longest means of payment stand on one line each. */
const FACT_SHARES = [1.3, 1.1, 0.9];

export interface Fact {
  readonly caption: string;
  readonly value: string;
}

/** A receipt whose figures were checked, as a paper. For a part payment it says so in its title. */
export function composePaymentReceipt(content: PaymentReceiptContent): PaperDocument {
  const { landlord, reference, isWhole, issuedOn, locale } = content;
  const messages = messagesIn(locale);
  const words = messages.paymentReceipt;
  const title = isWhole ? words.title : words.titleOfPart;
  return {
    format: A4,
    languageTag: messages.languageTag,
    title: words.documentTitle(title, reference),
    author: landlord.name,
    issuedOn,
    body: [
      composeHead(content),
      { kind: 'space', height: millimetres(11) },
      { kind: 'text', role: 'H1', style: 'title', text: title },
      { kind: 'text', role: 'P', style: 'lead', text: words.reference(holdTogether(reference)) },
      { kind: 'space', height: millimetres(6) },
      composeAmount(content),
      { kind: 'space', height: millimetres(6) },
      ...composeFacts(content),
      ...composeNotes(content),
      ...composeTicket(content),
    ],
    footer: (page, pageCount) => ({
      lines: [
        words.footer(title, reference, formatDayInWords(issuedOn, locale)),
        `${landlord.name} · ${landlord.phone}`,
      ],
      pageLabel: messages.pageOf(page, pageCount),
    }),
  };
}

function composeHead({ landlord, agency, tenantName }: PaymentReceiptContent): Block {
  const sender = [...landlord.addressLines, landlord.phone, agency.name].filter((text) => text !== '');
  const addressee: StackedBlock[] =
    tenantName === null ? [] : [{ kind: 'text', role: 'P', style: 'addressee', text: tenantName }];
  return {
    kind: 'columns',
    gap: millimetres(8),
    columns: [
      {
        share: 1,
        blocks: [
          { kind: 'text', role: 'P', style: 'brand', text: landlord.name },
          ...sender.map((text) => ({ kind: 'text', role: 'P', style: 'body', text }) as const),
        ],
      },
      { share: 1, blocks: [{ kind: 'space', height: styles.brand.leading }, ...addressee] },
    ],
  };
}

export function composeAmount({ landlord, amountCents, locale }: PaymentReceiptContent): Block {
  const words = messagesIn(locale).paymentReceipt;
  return {
    kind: 'framed',
    blocks: [
      { kind: 'text', role: 'P', style: 'body', text: words.received(landlord.name) },
      { kind: 'text', role: 'P', style: 'outcome', text: formatMoney(amountCents, locale) },
    ],
  };
}

/** Captions and values, so many in a row. */
function composeFacts(content: PaymentReceiptContent): Block[] {
  const facts = factsOf(content);
  const rows = Array.from({ length: Math.ceil(facts.length / FACT_SHARES.length) }, (_, index) =>
    facts.slice(index * FACT_SHARES.length, (index + 1) * FACT_SHARES.length),
  );
  return rows.flatMap((row): Block[] => [
    {
      kind: 'columns',
      gap: 10,
      columns: FACT_SHARES.map((share, at) => ({ share, blocks: blocksOf(row[at]) })),
    },
    { kind: 'space', height: millimetres(4) },
  ]);
}

/** Only those that are known. */
export function factsOf(content: PaymentReceiptContent): Fact[] {
  const { paidAt, means, noticeReference, locale } = content;
  const words = messagesIn(locale).paymentReceipt;
  const { day, time } = momentInFrance(paidAt);
  const facts = [
    [words.paidAt, words.moment(formatDayInWords(day, locale), time)],
    [words.meansCaption, words.means[means]],
    [words.authorisation, content.authorisationNumber],
    [words.leaseNumber, content.leaseNumber],
    [words.tenantNumber, content.tenantNumber],
    [words.notice, noticeReference?.replace(NOTICE_REFERENCE_GROUPS, '$1\u00a0') ?? null],
  ] as const;
  return facts.flatMap(([caption, value]) => (value === null ? [] : [{ caption, value }]));
}

/** None keeps its place: the columns of all rows stand under each other. */
export function blocksOf(fact: Fact | undefined): TextBlock[] {
  if (!fact) return [];
  return [
    { kind: 'text', role: 'P', style: 'caption', text: fact.caption },
    { kind: 'text', role: 'P', style: 'fact', text: fact.value },
  ];
}

export function composeNotes({ landlord, isWhole, reference, locale }: PaymentReceiptContent): Block[] {
  const words = messagesIn(locale).paymentReceipt;
  const note = { kind: 'text', role: 'P', style: 'small' } as const;
  const phone = holdTogether(landlord.phone);
  return [
    { kind: 'space', height: millimetres(2) },
    ...(isWhole ? [] : [{ ...note, text: words.partOnly }]),
    { ...note, text: words.isNoQuittance },
    { ...note, text: words.contact(phone, holdTogether(reference)) },
  ];
}

export function composeTicket({ ticketText, locale }: PaymentReceiptContent): Block[] {
  if (ticketText === null || ticketText.trim() === '') return [];
  return [
    { kind: 'space', height: millimetres(7) },
    {
      kind: 'text',
      role: 'P',
      style: 'body',
      text: messagesIn(locale).paymentReceipt.ticket,
      keepWithNext: true,
    },
    { kind: 'space', height: millimetres(2) },
    { kind: 'verbatim', lines: linesOfTicket(ticketText) },
  ];
}

/** Not torn apart at the end of a line. */
export function holdTogether(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
