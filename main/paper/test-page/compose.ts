import { formatDayInWords } from '../formats/dates.ts';
import { type Block, millimetres, type PaperDocument } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import { columnOfFacts, type Fact, rowOfFacts } from '../parts/facts.ts';
import { issue } from '../parts/issue.ts';
import type { TestPageContent } from './test-page-content.ts';

/** The letters that go missing first: accents, ligatures, the euro, and the other scripts of tenants' names. */
const SAMPLES = [
  'Àà Ââ Ææ Çç Éé Èè Êê Ëë Îî Ïï Ôô Œœ Ùù Ûû Üü Ÿÿ « » ’ – … €',
  'Portez ce vieux whisky au juge blond qui fume. 0123456789',
  'Łódź · Çağrı · Nuñez · Ελένη · Олена · السيد محمد',
];

/** Wide enough to show a page that is scaled or shifted, high enough for bands of a worn drum. */
const GRID = { columns: 16, rows: 9 };
/** As wide as a printer of receipts can print. */
const ROLL_GRID = { columns: 7, rows: 4 };

/** On paper, how the kiosk and its printer are: who and when, a ruler to measure with, letters to look at. */
export function composeTestPage(content: TestPageContent): PaperDocument {
  const { landlord, kioskId, printedOn, locale, paperSize = 'a4' } = content;
  const words = messagesIn(locale).testPage;
  return issue(
    { title: words.title, author: landlord.name, issuedOn: printedOn, locale },
    paperSize === 'roll80' ? composeOnRoll(content) : composeOnSheet(content),
    [words.footer(kioskId), `${landlord.name} · ${landlord.phone}`],
    paperSize,
  );
}

function composeOnSheet(content: TestPageContent): Block[] {
  const words = messagesIn(content.locale).testPage;
  const [kiosk, printer, version] = factsOf(content);
  return [
    ...composeSender(content),
    gap(8),
    { kind: 'text', role: 'H1', style: 'title', text: words.title },
    { kind: 'text', role: 'P', style: 'lead', text: whenPrinted(content) },
    gap(6),
    rowOfFacts([
      [1.4, kiosk],
      [1, printer],
      [1, version],
    ]),
    gap(8),
    { kind: 'text', role: 'P', style: 'body', text: words.measure(GRID.columns), keepWithNext: true },
    gap(3),
    { kind: 'measure', ...GRID },
    gap(8),
    { kind: 'text', role: 'P', style: 'body', text: words.letters, keepWithNext: true },
    gap(2),
    ...SAMPLES.map((text): Block => ({ kind: 'text', role: 'P', style: 'lead', text })),
  ];
}

/** One thing under the other. */
function composeOnRoll(content: TestPageContent): Block[] {
  const words = messagesIn(content.locale).testPage;
  return [
    ...composeSender(content),
    gap(4),
    { kind: 'text', role: 'H1', style: 'brand', text: words.title },
    line(whenPrinted(content)),
    ...columnOfFacts(factsOf(content)),
    gap(4),
    line(words.measure(ROLL_GRID.columns)),
    gap(2),
    { kind: 'measure', ...ROLL_GRID },
    gap(4),
    line(words.letters),
    gap(1.5),
    ...SAMPLES.map(line),
  ];
}

function composeSender({ landlord, agency }: TestPageContent): Block[] {
  return [{ kind: 'text', role: 'P', style: 'brand', text: landlord.name }, line(agency.name)];
}

function factsOf({ kioskId, printerId, version, locale }: TestPageContent): Fact[] {
  const words = messagesIn(locale).testPage;
  return [
    { caption: words.kiosk, value: kioskId },
    { caption: words.printer, value: printerId },
    { caption: words.version, value: version },
  ];
}

function whenPrinted({ printedOn, printedAt: time, locale }: TestPageContent): string {
  return messagesIn(locale).testPage.printedOn(formatDayInWords(printedOn, locale), time);
}

function line(text: string): Block {
  return { kind: 'text', role: 'P', style: 'body', text };
}

function gap(height: number): Block {
  return { kind: 'space', height: millimetres(height) };
}
