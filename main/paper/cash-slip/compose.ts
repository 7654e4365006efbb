import { formatDayInWords } from '../formats/dates.ts';
import { formatMoney } from '../formats/money.ts';
import { type Block, millimetres, type PaperDocument } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import { issue } from '../parts/issue.ts';
import { opening } from '../parts/opening.ts';
import { section } from '../parts/section.ts';
import { holdTogether } from '../type/hold-together.ts';
import type { CashSlipContent } from './cash-slip-content.ts';

/** A hand's breadth from the reader's glass, a module of it is wider than half a millimetre. */
const CODE_MILLIMETRES = 45;

/** A slip that was checked, as a paper: the sum, until when, the code, and what is to be done with it. */
export function composeCashSlip(
  content: CashSlipContent,
  modules: readonly (readonly boolean[])[],
): PaperDocument {
  const { landlord, agency, tenant, leaseNumber, reference, locale, issuedOn, paperSize = 'a4' } = content;
  const messages = messagesIn(locale);
  const words = messages.cashSlip;
  const issuedInWords = formatDayInWords(issuedOn, locale);
  const until = formatDayInWords(content.validUntil, locale);
  const inFours = holdTogether(reference.replace(/(.{4})(?=.)/g, '$1 '));
  const code: Block[] = [
    { kind: 'code', modules, side: millimetres(CODE_MILLIMETRES), alternative: words.codeRead },
    { kind: 'text', role: 'P', style: 'caption', text: words.reference },
    { kind: 'text', role: 'P', style: 'fact', text: inFours },
  ];
  return issue(
    { title: words.documentTitle(leaseNumber), author: landlord.name, issuedOn, locale },
    [
      ...opening(
        {
          sender: { landlord, agency },
          addressee: { name: tenant.displayName, addressLines: [] },
          title: words.title,
          lead: words.lead(until),
          confirmed: { caption: words.toPay, value: formatMoney(content.amountCents, locale) },
          facts: [
            { caption: words.validUntil, value: until },
            { caption: messages.leaseNumber, value: leaseNumber },
            { caption: messages.tenantNumber, value: tenant.number },
          ],
        },
        paperSize,
      ),
      ...section(words.code, code),
      ...section(words.how, [{ kind: 'list', isNumbered: true, items: words.steps(until) }]),
      { kind: 'space', height: millimetres(3) },
      { kind: 'text', role: 'P', style: 'body', text: words.isNoReceipt },
      {
        kind: 'text',
        role: 'P',
        style: 'small',
        text: words.contact(holdTogether(landlord.phone), agency.name),
      },
    ],
    [words.footer(leaseNumber, issuedInWords), `${landlord.name} · ${landlord.phone}`],
    paperSize,
  );
}
