import { formatDayInWords } from '../formats/dates.ts';
import { type Block, millimetres, type PaperDocument } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Fact } from '../parts/facts.ts';
import { issue } from '../parts/issue.ts';
import { momentInWords } from '../parts/moment-in-words.ts';
import { opening } from '../parts/opening.ts';
import { section } from '../parts/section.ts';
import { holdTogether } from '../type/hold-together.ts';
import type { InsuranceAcknowledgementContent } from './insurance-acknowledgement-content.ts';

/** The acknowledgement of an insurance certificate whose dates were checked, as a paper. */
export function composeInsuranceAcknowledgement(content: InsuranceAcknowledgementContent): PaperDocument {
  const { landlord, agency, tenant, lease, insured, issuedOn, locale, paperSize = 'a4' } = content;
  const messages = messagesIn(locale);
  const words = messages.insuranceAcknowledgement;
  const reference = holdTogether(content.reference);
  const steps = words.steps(formatDayInWords(insured.to, locale));
  return issue(
    { title: words.documentTitle(content.reference), author: landlord.name, issuedOn, locale },
    [
      ...opening(
        {
          sender: { landlord, agency },
          addressee: { name: tenant.displayName, addressLines: lease.addressLines },
          title: messages.acknowledgement.title,
          lead: words.lead(reference),
          confirmed: {
            caption: words.received(landlord.name),
            value: momentInWords(content.receivedAt, locale),
          },
          facts: factsOf(content),
        },
        paperSize,
      ),
      ...section(messages.acknowledgement.next, [{ kind: 'list', isNumbered: false, items: steps }]),
      { kind: 'space', height: millimetres(2) },
      small(words.isNoCertificate),
      small(messages.acknowledgement.contact(holdTogether(landlord.phone), reference)),
    ],
    [
      words.footer(content.reference, formatDayInWords(issuedOn, locale)),
      `${landlord.name} · ${landlord.phone}`,
    ],
    paperSize,
  );
}

function factsOf(content: InsuranceAcknowledgementContent): Fact[] {
  const { insurer, insured, document, lease, tenant, locale } = content;
  const messages = messagesIn(locale);
  const words = messages.insuranceAcknowledgement;
  return [
    ...(insurer === null ? [] : [{ caption: words.insurer, value: insurer }]),
    { caption: words.startsOn, value: formatDayInWords(insured.from, locale) },
    { caption: words.endsOn, value: formatDayInWords(insured.to, locale) },
    { caption: words.document, value: words.pages(document.name, document.pageCount) },
    { caption: messages.leaseNumber, value: lease.number },
    { caption: messages.tenantNumber, value: tenant.number },
  ];
}

function small(text: string): Block {
  return { kind: 'text', role: 'P', style: 'small', text };
}
