import { formatDayInWords } from '../formats/dates.ts';
import { type Block, millimetres, type PaperDocument, type StackedBlock } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Fact } from '../parts/facts.ts';
import { issue } from '../parts/issue.ts';
import { letterhead } from '../parts/letterhead.ts';
import { section } from '../parts/section.ts';
import { holdTogether } from '../type/hold-together.ts';
import type { UsefulNumbersContent } from './useful-numbers-content.ts';

const PER_ROW = 2;

/** One page for the door of the fridge: emergencies first, then the agency and the others. */
export function composeUsefulNumbers(content: UsefulNumbersContent): PaperDocument {
  const { landlord, agency, numbers, printedOn, locale } = content;
  const words = messagesIn(locale).usefulNumbers;
  const lead = words.printedOn(formatDayInWords(printedOn, locale));
  return issue(
    { title: words.title, author: landlord.name, issuedOn: printedOn, locale },
    [
      letterhead({ landlord, agency }, null),
      { kind: 'space', height: millimetres(8) },
      { kind: 'text', role: 'H1', style: 'title', text: words.title },
      { kind: 'text', role: 'P', style: 'lead', text: lead },
      ...section(words.emergencies, inRows(words.emergencyNumbers)),
      ...section(words.agency, inRows([{ caption: agency.name, value: agency.phone }])),
      ...(numbers.length === 0
        ? []
        : section(
            words.others,
            inRows(
              numbers.map(({ name, phone, when }) => ({
                caption: when === null ? name : `${name}. ${when}`,
                value: phone,
              })),
            ),
          )),
    ],
    [lead, `${landlord.name} · ${landlord.phone}`],
  );
}

/** In large figures: they are read from a distance, and by old eyes. */
function inRows(numbers: readonly Fact[]): Block[] {
  return Array.from({ length: Math.ceil(numbers.length / PER_ROW) }, (_, row): Block[] => [
    {
      kind: 'columns',
      gap: millimetres(6),
      columns: Array.from({ length: PER_ROW }, (_each, at) => {
        const number = numbers[row * PER_ROW + at];
        return { share: 1, blocks: number ? inFigures(number) : [] };
      }),
    },
    { kind: 'space', height: millimetres(4) },
  ]).flat();
}

function inFigures({ caption, value }: Fact): StackedBlock[] {
  return [
    { kind: 'text', role: 'P', style: 'outcome', text: holdTogether(value) },
    { kind: 'text', role: 'P', style: 'body', text: caption },
  ];
}
