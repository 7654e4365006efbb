import { describe, expect, test, vi } from 'vitest';
import type { DrawnPaper } from '../drawing.ts';
import { drawnOf } from '../testing/drawn.ts';
import { readLines, readPages, readStructure, unpack } from '../testing/read-pdf.ts';
import { requestAcknowledgementOf } from '../testing/sample-request-acknowledgement.ts';
import { drawRequestAcknowledgementHere } from './draw-request-acknowledgement.ts';
import type { RequestAcknowledgementContent } from './request-acknowledgement-content.ts';

// Other programs read the papers back, and they share the machine.
vi.setConfig({ testTimeout: 30_000 });

const ARABIC = 'السلام عليكم، الماء يتسرب تحت المغسلة في الحمام';

async function draw(changes: Partial<RequestAcknowledgementContent> = {}): Promise<DrawnPaper> {
  return drawnOf(await drawRequestAcknowledgementHere(requestAcknowledgementOf(changes)));
}

async function textOf(changes: Partial<RequestAcknowledgementContent>): Promise<string> {
  return plain(await readLines((await draw(changes)).pdf));
}

/** Lines and no-break spaces are the paper's, not the person's. */
function plain(lines: readonly string[]): string {
  return lines.join(' ').replaceAll('\u00a0', ' ');
}

/** So many numbered words, no two of them alike. */
function words(count: number): string {
  return Array.from({ length: count }, (_, index) => `mot${index}`).join(' ');
}

describe('the text of a person', () => {
  test('of four thousand characters goes on over pages, every word in its place', async () => {
    const text = words(600).slice(0, 4_000);

    const pages = await readPages((await draw({ text })).pdf);

    expect(pages.length).toBeGreaterThan(1);
    const body = plain(pages.flat().filter((line) => /^(mot\d*( |$))+/.test(line)));
    expect(body).toBe(text);
  });

  test('keeps its paragraphs, each read out by itself', async () => {
    const structure = await readStructure((await draw({ text: 'Un.\r\n\r\n\r\nDeux.\nTrois.' })).pdf);

    expect(structure).toMatch(/BlockQuote.*\n +P.*\n +"Un\."\n +P.*\n +"Deux\."\n +P.*\n +"Trois\."\n/);
  });

  test('in Arabic is read out in its own order', async () => {
    const { pdf, missingGlyphs } = await draw({ text: ARABIC });

    expect(missingGlyphs).toBe(0);
    expect(await unpack(pdf)).toContain(Buffer.from(ARABIC, 'utf16le').swap16().toString('hex'));
  });

  test.each(['Соседи сверху шумят', 'Γεια σας', 'Chào bạn, nước bị rò rỉ', 'Şu akıyor, ğ ı ö'])(
    'in another script is found again: %s',
    async (text) => {
      const drawn = await draw({ text });

      expect(drawn.missingGlyphs).toBe(0);
      expect(plain(await readLines(drawn.pdf))).toContain(text);
    },
  );

  test('with pictures among its letters is printed all the same, and the paper says what is missing', async () => {
    const drawn = await draw({ text: 'Une fuite 🚿😱 depuis lundi' });

    const text = plain(await readLines(drawn.pdf));
    expect(drawn.missingGlyphs).toBe(2);
    expect(text).toContain('Une fuite �� depuis lundi');
    expect(text).toContain('remplace un signe que cette borne ne sait pas imprimer');
  });

  test('without them says nothing of the kind', async () => {
    expect(await textOf({})).not.toContain('losange');
  });

  test('cannot turn the line around or hide anything in it', async () => {
    const text = await textOf({ text: 'avant \u202eerèirra\u202c\u0000\u0007 après' });

    expect(text).toContain('avant erèirra après');
  });

  test('of one endless word is broken where the line ends', async () => {
    const { pdf } = await draw({ text: 'é'.repeat(4_000), locale: 'en' });

    const body = (await readLines(pdf)).filter((line) => /^é+$/.test(line)).join('');
    expect(body).toBe('é'.repeat(4_000));
  });
});

test('to whoever hears it, the lines of a paragraph are one text', async () => {
  const text = words(60);

  const structure = await readStructure((await draw({ text })).pdf);

  expect(structure.replace(/"\n +"/g, '')).toContain(`"${text}"`);
});

test('what is not known is not spoken of', async () => {
  const text = await textOf({ place: null, lease: null, attachments: [] });

  expect(text).not.toMatch(/Lieu|bail|pièce/);
});

test('one attachment is one, and a name that is long is broken', async () => {
  const text = await textOf({ attachments: [`${'photo-'.repeat(40)}.jpg`] });

  expect(text).toContain('Votre pièce jointe');
  expect(text.replaceAll(' ', '')).toContain(`${'photo-'.repeat(40)}.jpg`);
});

test('it speaks English', async () => {
  const text = await textOf({ locale: 'en' });

  expect(text).toContain('EKIDOM registered your request on 11 July 2018 at 09:05');
  expect(text).toContain('What you wrote');
});

test('on a roll a long text is one piece of paper', async () => {
  const drawn = await draw({ text: words(600).slice(0, 4_000), paperSize: 'roll80' });

  expect(drawn.pageCount).toBe(1);
  expect(drawn.lengthMillimetres).toBeGreaterThan(800);
});

test.each<[string, Partial<RequestAcknowledgementContent>, string]>([
  ['a day that does not exist', { issuedOn: '2018-02-30' }, 'DATE_IMPOSSIBLE'],
  ['no instant', { registeredAt: 'hier' }, 'DATE_IMPOSSIBLE'],
  ['more than four thousand characters', { text: '🚿'.repeat(4_001) }, 'TEXT_TOO_LONG'],
  ['a roll without end', { text: 'x\n'.repeat(301), paperSize: 'roll80' }, 'TEXT_TOO_LONG'],
])('there is no acknowledgement with %s', async (_, changes, fault) => {
  expect(await drawRequestAcknowledgementHere(requestAcknowledgementOf(changes))).toEqual({
    ok: false,
    fault,
  });
});
