import { formatDayInWords } from '../formats/dates.ts';
import { formatMoney } from '../formats/money.ts';
import { type Block, millimetres, type PaperDocument } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Fact } from '../parts/facts.ts';
import { issue } from '../parts/issue.ts';
import { momentInWords } from '../parts/moment-in-words.ts';
import { opening } from '../parts/opening.ts';
import { holdTogether } from '../type/hold-together.ts';
import { linesOfTicket } from './lines-of-ticket.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';

/** A reference of 14 figures is read and copied in groups. */
const NOTICE_REFERENCE_GROUPS = /(\d{4})(?=\d)/g;

/** A receipt whose figures were checked, as a paper. For a part payment it says so in its title. */
export function composePaymentReceipt(content: PaymentReceiptContent): PaperDocument {
  const { landlord, agency, tenantName, reference, isWhole, issuedOn, locale, paperSize = 'a4' } = content;
  const words = messagesIn(locale).paymentReceipt;
  const title = isWhole ? words.title : words.titleOfPart;
  return issue(
    { title: words.documentTitle(title, reference), author: landlord.name, issuedOn, locale },
    [
      ...opening(
        {
          sender: { landlord, agency },
          addressee: tenantName === null ? null : { name: tenantName, addressLines: [] },
          title,
          lead: words.reference(holdTogether(reference)),
          confirmed: {
            caption: words.received(landlord.name),
            value: formatMoney(content.amountCents, locale),
          },
          facts: factsOf(content),
        },
        paperSize,
      ),
      ...composeNotes(content),
      ...composeTicket(content),
    ],
    [
      words.footer(title, reference, formatDayInWords(issuedOn, locale)),
      `${landlord.name} · ${landlord.phone}`,
    ],
    paperSize,
  );
}

/** Only those that are known. */
function factsOf(content: PaymentReceiptContent): Fact[] {
  const { paidAt, means, noticeReference, locale } = content;
  const messages = messagesIn(locale);
  const words = messages.paymentReceipt;
  const facts = [
    [words.paidAt, momentInWords(paidAt, locale)],
    [words.meansCaption, words.means[means]],
    [words.authorisation, content.authorisationNumber],
    [messages.leaseNumber, content.leaseNumber],
    [messages.tenantNumber, content.tenantNumber],
    [words.notice, noticeReference?.replace(NOTICE_REFERENCE_GROUPS, '$1\u00a0') ?? null],
  ] as const;
  return facts.flatMap(([caption, value]) => (value === null ? [] : [{ caption, value }]));
}

function composeNotes({ landlord, isWhole, reference, locale }: PaymentReceiptContent): Block[] {
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

function composeTicket({ ticketText, locale }: PaymentReceiptContent): Block[] {
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
