import { beforeAll, expect, test, vi } from 'vitest';
import { drawDocument } from '../draw-document.ts';
import { type Block, millimetres, type PaperDocument } from '../layout/document.ts';
import { composePaymentReceipt } from '../payment-receipt/compose.ts';
import { drawnOf } from './drawn.ts';
import { differenceOf } from './golden-pictures.ts';
import { renderPages } from './read-pdf.ts';
import { receiptOf } from './sample-receipt.ts';
import { readPng, type SmallPicture, smallPictureOf, writePng } from './small-picture.ts';

// Another program draws the pages, and it shares the machine.
vi.setConfig({ testTimeout: 30_000 });

const receipt = composePaymentReceipt(receiptOf());
let accepted: SmallPicture;

beforeAll(async () => {
  accepted = await pictureOf(receipt);
});

async function pictureOf(paper: PaperDocument, dotsPerInch = 50): Promise<SmallPicture> {
  const [page] = await renderPages(drawnOf(await drawDocument(paper)).pdf, dotsPerInch);
  if (!page) throw new Error('A paper has a page');
  return smallPictureOf(page);
}

/** The receipt with its first block of a kind changed. */
function withBlock(isIt: (block: Block) => boolean, changed: readonly Block[]): PaperDocument {
  const at = receipt.body.findIndex(isIt);
  return { ...receipt, body: [...receipt.body.slice(0, at), ...changed, ...receipt.body.slice(at + 1)] };
}

test('a page looks like itself, also after it was written and read', () => {
  expect(differenceOf(accepted, readPng(writePng(accepted)))).toBeNull();
});

test('edges of letters that another version of poppler smooths otherwise are no difference', () => {
  const isEdge = (level: number) => level > 0 && level < 15;
  // Each grey dot is lighter or darker by up to three levels, in no order.
  const levels = accepted.levels.map((level, dot) =>
    isEdge(level) ? Math.max(0, Math.min(15, level + (((dot * 7919) % 7) - 3))) : level,
  );

  expect(levels).not.toEqual(accepted.levels);
  expect(differenceOf(accepted, { ...accepted, levels })).toBeNull();
});

test('a letter smoothed otherwise, since it stands a fiftieth of a millimetre further right, is no difference', async () => {
  const { margin } = receipt.format;
  const moved = { ...margin, sides: margin.sides + millimetres(0.018) };

  const page = await pictureOf({ ...receipt, format: { ...receipt.format, margin: moved } });

  expect(differenceOf(accepted, page)).toBeNull();
});

test('what stands half a millimetre lower is a difference', async () => {
  const lower = { kind: 'space', height: millimetres(11.5) } as const;

  const page = await pictureOf(withBlock((block) => block.kind === 'space', [lower]));

  expect(differenceOf(accepted, page)).not.toBeNull();
});

test('a frame that stands half a millimetre lower is a difference', () => {
  const { width } = accepted;
  const rows = Array.from({ length: accepted.height }, (_, y) =>
    accepted.levels.subarray(y * width, (y + 1) * width),
  );
  const frameTop = rows.findIndex((row) => row.filter((level) => level < 4).length > width / 2);
  const moved = accepted.levels.slice();
  moved.set(accepted.levels.subarray((frameTop - 2) * width, frameTop * width), (frameTop - 1) * width);

  expect(frameTop).toBeGreaterThan(0);
  expect(differenceOf(accepted, { ...accepted, levels: moved })).not.toBeNull();
});

test.each(['Ticket du terminal de', 'Ticket du terminal paiement'])(
  'a missing word is a difference: “%s”',
  async (text) => {
    const shorter = { kind: 'text', role: 'P', style: 'body', text } as const;

    const page = await pictureOf(
      withBlock((block) => block.kind === 'text' && block.text.startsWith('Ticket'), [shorter]),
    );

    expect(differenceOf(accepted, page)).not.toBeNull();
  },
);

test('a page of another size is a difference', async () => {
  expect(differenceOf(accepted, await pictureOf(receipt, 51))).not.toBeNull();
});

test('what these tests did not write is not read', () => {
  expect(() =>
    readPng(Buffer.from('\x89PNG\r\n\x1a\n something else, long enough to have a header')),
  ).toThrow();
});
