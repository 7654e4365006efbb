import { formatDayInWords } from '../formats/dates.ts';
import { millimetres, type PaperDocument } from '../layout/document.ts';
import { actInWords } from '../messages/acts.ts';
import { messagesIn } from '../messages/messages.ts';
import { issue } from '../parts/issue.ts';
import { momentInWords } from '../parts/moment-in-words.ts';
import { opening } from '../parts/opening.ts';
import { section } from '../parts/section.ts';
import { holdTogether } from '../type/hold-together.ts';
import type { AssistanceSummaryContent } from './assistance-summary-content.ts';

/** A summary that was checked, as a paper: who helped, and what was done. */
export function composeAssistanceSummary(content: AssistanceSummaryContent): PaperDocument {
  const { landlord, agency, tenant, staffNames, issuedOn, locale, paperSize = 'a4' } = content;
  const messages = messagesIn(locale);
  const words = messages.assistanceSummary;
  const issuedInWords = formatDayInWords(issuedOn, locale);
  const acts = content.acts.flatMap(({ act, at, how, staffName }) => {
    const told = actInWords(act, locale);
    if (told === null) return [];
    const moment = momentInWords(at, locale);
    if (how === 'alone') return [words.actAlone(told, moment)];
    const isGuided = how === 'guided' && staffName !== null;
    return [isGuided ? words.actGuided(told, moment, staffName) : words.act(told, moment)];
  });
  return issue(
    { title: words.title, author: landlord.name, issuedOn, locale },
    [
      ...opening(
        {
          sender: { landlord, agency },
          addressee: { name: tenant?.displayName ?? words.visitor, addressLines: [] },
          title: words.title,
          lead: words.lead(issuedInWords),
          confirmed: { caption: words.helpedBy, value: staffNames.join(', ') },
          facts: tenant === null ? [] : [{ caption: messages.tenantNumber, value: tenant.number }],
        },
        paperSize,
      ),
      ...section(words.done, [
        acts.length === 0
          ? { kind: 'text', role: 'P', style: 'body', text: words.nothing }
          : { kind: 'list', isNumbered: true, items: acts },
      ]),
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
