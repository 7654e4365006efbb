import { formatDayInWords } from '../formats/dates.ts';
import { type Block, millimetres, type PaperDocument } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import { issue } from '../parts/issue.ts';
import { momentInWords } from '../parts/moment-in-words.ts';
import { opening } from '../parts/opening.ts';
import { section } from '../parts/section.ts';
import { holdTogether } from '../type/hold-together.ts';
import type { AccountSlipContent } from './account-slip-content.ts';

/** A slip that was checked, as a paper: what was created, and what is to be done next. */
export function composeAccountSlip(content: AccountSlipContent): PaperDocument {
  const { landlord, agency, tenant, maskedEmail, website, issuedOn, locale, paperSize = 'a4' } = content;
  const messages = messagesIn(locale);
  const words = messages.accountSlip;
  const issuedInWords = formatDayInWords(issuedOn, locale);
  return issue(
    { title: words.title, author: landlord.name, issuedOn, locale },
    [
      ...opening(
        {
          sender: { landlord, agency },
          addressee: { name: tenant.displayName, addressLines: [] },
          title: words.title,
          lead: words.lead(issuedInWords),
          confirmed: { caption: words.email, value: maskedEmail },
          facts: [{ caption: messages.tenantNumber, value: tenant.number }],
        },
        paperSize,
      ),
      ...section(words.validate, [
        { kind: 'list', isNumbered: true, items: words.validateSteps },
        ...composeDeadline(content),
      ]),
      ...section(words.signIn, [
        {
          kind: 'list',
          isNumbered: false,
          items: [
            words.signInAtKiosk(landlord.name),
            ...(website === null ? [] : [words.signInOnline(website)]),
          ],
        },
      ]),
      ...section(words.password, [{ kind: 'list', isNumbered: false, items: words.passwordRules }]),
      { kind: 'space', height: millimetres(3) },
      {
        kind: 'text',
        role: 'P',
        style: 'small',
        text: words.contact(holdTogether(landlord.phone), agency.name),
      },
    ],
    [words.footer(issuedInWords), `${landlord.name} · ${landlord.phone}`],
    paperSize,
  );
}

function composeDeadline({ linkValidUntil, locale }: AccountSlipContent): Block[] {
  if (linkValidUntil === null) return [];
  const until = momentInWords(linkValidUntil, locale);
  return [{ kind: 'text', role: 'P', style: 'body', text: messagesIn(locale).accountSlip.validUntil(until) }];
}
