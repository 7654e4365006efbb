import { formatDayInWords, momentInFrance } from '../formats/dates.ts';
import { type Block, millimetres, type PaperDocument } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import { issue } from '../parts/issue.ts';
import { momentInWords } from '../parts/moment-in-words.ts';
import { opening } from '../parts/opening.ts';
import { section } from '../parts/section.ts';
import { holdTogether } from '../type/hold-together.ts';
import type { AppointmentConfirmationContent } from './appointment-confirmation-content.ts';

/** The confirmation of an appointment that was checked, as a paper. */
export function composeAppointmentConfirmation(content: AppointmentConfirmationContent): PaperDocument {
  const { landlord, agency, tenant, subject, startsAt, placeLines, issuedOn, locale } = content;
  const { paperSize = 'a4' } = content;
  const messages = messagesIn(locale);
  const words = messages.appointmentConfirmation;
  const day = formatDayInWords(momentInFrance(startsAt).day, locale);
  return issue(
    { title: words.documentTitle, author: landlord.name, issuedOn, locale },
    [
      ...opening(
        {
          sender: { landlord, agency },
          addressee: { name: tenant.displayName, addressLines: [] },
          title: words.title,
          lead: words.lead(landlord.name),
          confirmed: { caption: words.when, value: momentInWords(startsAt, locale) },
          facts: [
            { caption: words.place, value: placeLines.join(', ') },
            { caption: words.subject, value: words.subjects[subject] },
            { caption: messages.tenantNumber, value: tenant.number },
          ],
        },
        paperSize,
      ),
      ...section(words.bring, [{ kind: 'list', isNumbered: false, items: words.things }]),
      { kind: 'space', height: millimetres(2) },
      small(words.cancel(holdTogether(landlord.phone))),
    ],
    [words.footer(day), `${landlord.name} · ${landlord.phone}`],
    paperSize,
  );
}

function small(text: string): Block {
  return { kind: 'text', role: 'P', style: 'small', text };
}
