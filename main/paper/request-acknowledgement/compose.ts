import { formatDayInWords } from '../formats/dates.ts';
import { type Block, millimetres, type PaperDocument } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Fact } from '../parts/facts.ts';
import { issue } from '../parts/issue.ts';
import { momentInWords } from '../parts/moment-in-words.ts';
import { opening } from '../parts/opening.ts';
import { section } from '../parts/section.ts';
import { holdTogether } from '../type/hold-together.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { RequestAcknowledgementContent } from './request-acknowledgement-content.ts';

/**
 * The acknowledgement of a request, as a paper. `isWhollyPrintable`: false where no font of the kiosk has some
 * character of it, which the paper says then.
 */
export function composeRequestAcknowledgement(
  content: RequestAcknowledgementContent,
  { isWhollyPrintable }: { isWhollyPrintable: boolean },
): PaperDocument {
  const { landlord, agency, tenant, lease, issuedOn, locale, paperSize = 'a4' } = content;
  const messages = messagesIn(locale);
  const words = messages.requestAcknowledgement;
  const reference = holdTogether(content.reference);
  return issue(
    { title: words.documentTitle(content.reference), author: landlord.name, issuedOn, locale },
    [
      ...opening(
        {
          sender: { landlord, agency },
          addressee: { name: tenant.displayName, addressLines: lease?.addressLines ?? [] },
          title: messages.acknowledgement.title,
          lead: words.lead(reference),
          confirmed: {
            caption: words.received(landlord.name),
            value: momentInWords(content.registeredAt, locale),
          },
          facts: factsOf(content),
        },
        paperSize,
      ),
      ...section(words.asWritten, [
        { kind: 'quotation', paragraphs: paragraphsOf(content.text) },
        ...(isWhollyPrintable ? [] : notPrintable(content)),
      ]),
      ...composeAttachments(content),
      ...section(messages.acknowledgement.next, [{ kind: 'list', isNumbered: false, items: words.steps }]),
      { kind: 'space', height: millimetres(2) },
      small(words.danger),
      small(messages.acknowledgement.contact(holdTogether(landlord.phone), reference)),
    ],
    [
      words.footer(content.reference, formatDayInWords(issuedOn, locale)),
      `${landlord.name} · ${landlord.phone}`,
    ],
    paperSize,
  );
}

function factsOf({ nature, place, lease, tenant, locale }: RequestAcknowledgementContent): Fact[] {
  const messages = messagesIn(locale);
  const words = messages.requestAcknowledgement;
  const facts = [
    [words.nature, nature],
    [words.place, place],
    [messages.leaseNumber, lease?.number ?? null],
    [messages.tenantNumber, tenant.number],
  ] as const;
  return facts.flatMap(([caption, value]) => (value === null ? [] : [{ caption, value }]));
}

function notPrintable({ locale }: RequestAcknowledgementContent): Block[] {
  return [
    { kind: 'space', height: millimetres(2) },
    small(messagesIn(locale).requestAcknowledgement.notPrintable),
  ];
}

function composeAttachments({ attachments, locale }: RequestAcknowledgementContent): Block[] {
  if (attachments.length === 0) return [];
  const title = messagesIn(locale).requestAcknowledgement.attachments(attachments.length);
  return section(title, [{ kind: 'list', isNumbered: false, items: attachments }]);
}

function small(text: string): Block {
  return { kind: 'text', role: 'P', style: 'small', text };
}
