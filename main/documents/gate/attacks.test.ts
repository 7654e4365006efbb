/** What people bring without knowing, and what others bring on purpose. */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../preload/contract.ts';
import {
  heicThatClaims,
  jpegAndWebPage,
  jpegWithBrokenProfile,
  jpegWithWholeThumbnail,
  launchingPdf,
  lockedPdf,
  pdfOfFormsInForms,
  pdfOfLargePicture,
  pdfOfPackedStream,
  pdfOfPagesInACircle,
  pdfOfStreamPackedAgain,
  pngOfPackedRows,
  pngWithPackedProfile,
  pngWithPackedText,
  webPageAndPdf,
} from '../testing/attack-files.ts';
import {
  animatedPng,
  pdf,
  photoHeic,
  photoInInks,
  photoJpeg,
  photoJpegHeldUpright,
  png,
  pngOf1Bit,
  pngOf16Bits,
} from '../testing/sample-files.ts';
import { createDocumentGate } from './gate.ts';
import type { RebuiltPage } from './gate-order.ts';

const SECRET = 'Dupont-1234';
const PACKED_MEGABYTES = 30;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const gate = createDocumentGate({ log });

describe('unusual pictures are taken', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, number, number]>([
    ['a PNG of 16 bits', () => pngOf16Bits(40, 30), 40, 30],
    ['a PNG of black and white', () => pngOf1Bit(40, 30), 40, 30],
    ['a PNG with a profile of its colours', () => pngWithPackedProfile(0.003), 16, 16],
    ['the first picture of an animated PNG', () => animatedPng(40, 30), 40, 30],
    ['a photo that was taken upright', () => photoJpegHeldUpright(SECRET), 200, 300],
    ['a PDF that cannot be printed or copied', lockedPdf, 1_239, 1_752],
  ])('%s', async (_, make, width, height) => {
    const pages = await taken(await make());

    expect(pages.map((page) => [page.width, page.height])).toEqual([[width, height]]);
  });

  it('a picture in the inks of a printer keeps its colours', async () => {
    const [page] = await taken(photoInInks());

    const blue = await taken(png(16, 16));

    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    expect(page?.jpeg.byteLength).toBeGreaterThan(blue[0]?.jpeg.byteLength ?? 0);
  });
});

describe('of a file that is two things at once, its picture is all that goes on', () => {
  it.each<[string, (words: string) => Promise<Uint8Array>]>([
    ['a photo, a web page and an archive', jpegAndWebPage],
    ['a web page and a PDF', webPageAndPdf],
    ['a photo and where it was taken', photoJpegHeldUpright],
    ['a photo and how its colours are meant', jpegWithBrokenProfile],
    ['a PDF that starts programs, opens sites and carries a form of XFA', launchingPdf],
  ])('%s', async (_, make) => {
    const file = Buffer.from(await make(SECRET));

    const [page, ...others] = await taken(file);

    expect(others).toEqual([]);
    expect(file.includes(SECRET) || file.includes('ObjStm')).toBe(true);
    for (const word of [SECRET, '<script', 'PK\x03\x04', '%PDF', 'Exif', 'ICC_PROFILE', 'JavaScript']) {
      expect(Buffer.from(page?.jpeg ?? '').includes(word)).toBe(false);
    }
  });
});

describe('what was cut off on its way is refused', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['a JPEG', () => photoJpeg()],
    ['a JPEG with a picture in its head that is whole', jpegWithWholeThumbnail],
    ['a JPEG in inks', photoInInks],
    ['a PNG', () => png(100, 100)],
    ['a HEIC', photoHeic],
    ['a PDF', () => pdf(3)],
  ])('%s', async (_, make) => {
    const file = await make();

    const answer = await gate.rebuild(file.subarray(0, Math.floor(file.length / 2)));

    expect(answer).toEqual({ ok: false, error: { code: 'DOCUMENT_DAMAGED' } });
  });
});

describe('bombs', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, ErrorCode]>([
    ['a PDF of 1 000 pages', () => pdf(1_000), 'DOCUMENT_TOO_MANY_PAGES'],
    ['a PDF whose pages go round in circles', pdfOfPagesInACircle, 'DOCUMENT_DAMAGED'],
    ['a HEIC that claims 50 000 pixels a side', () => heicThatClaims(50_000), 'DOCUMENT_PICTURE_TOO_LARGE'],
    ['a HEIC that claims more than there is', () => heicThatClaims(7_000), 'DOCUMENT_DAMAGED'],
    [
      'a PNG with a profile that unpacks to a book',
      () => pngWithPackedProfile(PACKED_MEGABYTES),
      'DOCUMENT_DAMAGED',
    ],
    ['a PNG that is one very long line', () => png(50_000, 2), 'DOCUMENT_PICTURE_TOO_LARGE'],
  ])('%s is refused', async (_, make, code) => {
    const answer = await gate.rebuild(await make());

    expect(answer).toEqual({ ok: false, error: { code } });
  });

  it.each<[string, () => Uint8Array]>([
    ['a page whose stream unpacks to a hundred times a page', () => pdfOfPackedStream(PACKED_MEGABYTES)],
    ['a page whose stream was packed twice', () => pdfOfStreamPackedAgain(PACKED_MEGABYTES)],
    ['a page with a picture far larger than paper', () => pdfOfLargePicture(5_000)],
    ['a PNG whose rows unpack to more than it has', () => pngOfPackedRows(PACKED_MEGABYTES)],
    ['a PNG with a text that unpacks to a book', () => pngWithPackedText(PACKED_MEGABYTES)],
    ['a page of forms in forms', () => pdfOfFormsInForms(4)],
  ])('%s does no more than become a page', async (_, make) => {
    const pages = await taken(make());

    expect(pages).toHaveLength(1);
    expect(pages[0]?.jpeg.byteLength).toBeLessThan(100_000);
  });

  it('a page that takes for ever to draw is given up', async () => {
    const hurried = createDocumentGate({ log, limitSeconds: 1 });

    const answer = await hurried.rebuild(pdfOfFormsInForms(9));

    expect(answer.ok ? 'drawn' : answer.error.code).toMatch(/^DOCUMENT_(TOO_SLOW|DAMAGED)$/);
  });
});

async function taken(file: Uint8Array): Promise<RebuiltPage[]> {
  const answer = await gate.rebuild(file);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
