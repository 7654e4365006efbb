import { formatDayInWords } from '../formats/dates.ts';
import { A4, type Block, millimetres, type PaperDocument, ROLL_80 } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
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
  return content.paperSize === 'roll80' ? composeOnRoll(content) : composeOnSheet(content);
}

function composeOnSheet(content: TestPageContent): PaperDocument {
  const { landlord, agency, kioskId, printerId, version, printedOn, printedAt, locale } = content;
  const messages = messagesIn(locale);
  const words = messages.testPage;
  const day = formatDayInWords(printedOn, locale);
  const fact = (caption: string, value: string, share = 1) => ({
    share,
    blocks: [
      { kind: 'text', role: 'P', style: 'caption', text: caption } as const,
      { kind: 'text', role: 'P', style: 'fact', text: value } as const,
    ],
  });
  return {
    format: A4,
    languageTag: messages.languageTag,
    title: words.title,
    author: landlord.name,
    issuedOn: printedOn,
    body: [
      { kind: 'text', role: 'P', style: 'brand', text: landlord.name },
      { kind: 'text', role: 'P', style: 'body', text: agency.name },
      { kind: 'space', height: millimetres(8) },
      { kind: 'text', role: 'H1', style: 'title', text: words.title },
      { kind: 'text', role: 'P', style: 'lead', text: words.printedOn(day, printedAt) },
      { kind: 'space', height: millimetres(6) },
      {
        kind: 'columns',
        gap: 10,
        columns: [
          fact(words.kiosk, kioskId, 1.4),
          fact(words.printer, printerId),
          fact(words.version, version),
        ],
      },
      { kind: 'space', height: millimetres(8) },
      { kind: 'text', role: 'P', style: 'body', text: words.measure(GRID.columns), keepWithNext: true },
      { kind: 'space', height: millimetres(3) },
      { kind: 'measure', ...GRID },
      { kind: 'space', height: millimetres(8) },
      { kind: 'text', role: 'P', style: 'body', text: words.letters, keepWithNext: true },
      { kind: 'space', height: millimetres(2) },
      ...SAMPLES.map((text) => ({ kind: 'text', role: 'P', style: 'lead', text }) as const),
    ],
    footer: (page, pageCount) => ({
      lines: [words.footer(kioskId), `${landlord.name} · ${landlord.phone}`],
      pageLabel: messages.pageOf(page, pageCount),
    }),
  };
}

/** One thing under the other. */
function composeOnRoll(content: TestPageContent): PaperDocument {
  const { landlord, agency, kioskId, printerId, version, printedOn, printedAt, locale } = content;
  const messages = messagesIn(locale);
  const words = messages.testPage;
  const line = (text: string): Block => ({ kind: 'text', role: 'P', style: 'body', text });
  const gap = (height: number): Block => ({ kind: 'space', height: millimetres(height) });
  const facts = [
    [words.kiosk, kioskId],
    [words.printer, printerId],
    [words.version, version],
  ] as const;
  return {
    format: ROLL_80,
    languageTag: messages.languageTag,
    title: words.title,
    author: landlord.name,
    issuedOn: printedOn,
    body: [
      { kind: 'text', role: 'P', style: 'brand', text: landlord.name },
      line(agency.name),
      gap(4),
      { kind: 'text', role: 'H1', style: 'brand', text: words.title },
      line(words.printedOn(formatDayInWords(printedOn, locale), printedAt)),
      ...facts.flatMap(([caption, text]): Block[] => [
        gap(1.5),
        { kind: 'text', role: 'P', style: 'caption', text: caption },
        { kind: 'text', role: 'P', style: 'fact', text },
      ]),
      gap(4),
      line(words.measure(ROLL_GRID.columns)),
      gap(2),
      { kind: 'measure', ...ROLL_GRID },
      gap(4),
      line(words.letters),
      gap(1.5),
      ...SAMPLES.map(line),
    ],
    footer: null,
  };
}
