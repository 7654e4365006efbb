import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../preload/contract.ts';
import {
  activePdf,
  encryptedPdf,
  pdf,
  photoHeic,
  photoJpeg,
  photoJpegWithPlace,
  png,
} from '../testing/sample-files.ts';
import { createDocumentGate } from './gate.ts';
import type { RebuiltPage } from './gate-order.ts';
import { DOCUMENT_LIMITS, PAGE_LONG_SIDE_PIXELS } from './limits.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const gate = createDocumentGate({ log });
const folder = mkdtempSync(join(tmpdir(), 'gate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what comes in is drawn anew', () => {
  it.each([
    ['a JPEG', () => photoJpeg(), 300, 200],
    ['a PNG', async () => png(120, 60), 120, 60],
    ['a HEIC of a telephone', async () => photoHeic(), 128, 128],
    ['a large photo, made as small as a page', () => photoJpeg(2_400, 1_200), PAGE_LONG_SIDE_PIXELS, 877],
  ])('%s becomes one page', async (_, make, width, height) => {
    const pages = await taken(await make());

    expect(pages.map((page) => [page.width, page.height])).toEqual([[width, height]]);
    expect([...(pages[0]?.jpeg.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
  });

  it('a PDF of three pages becomes three pages', async () => {
    const pages = await taken(await pdf(3));

    expect(pages.map((page) => Math.max(page.width, page.height))).toEqual(
      Array(3).fill(PAGE_LONG_SIDE_PIXELS),
    );
  });

  it('leaves scripts, attachments, links, forms and names behind', async () => {
    const secret = 'Dupont-1234';
    const file = await activePdf(secret);
    const before = inspected(file);

    const after = inspected(await boundAgain(file));

    const words = ['/JavaScript', '/EmbeddedFile', '/URI', '/AcroForm', '/Subtype /Link', '/Author', secret];
    expect(words.filter((word) => !before.includes(word))).toEqual([]);
    expect(words.filter((word) => after.includes(word))).toEqual([]);
  });

  it('leaves behind where a photo was taken', async () => {
    const place = '46.58,0.34 Poitiers';
    const file = await photoJpegWithPlace(place);

    const bound = await boundAgain(file);

    expect(Buffer.from(file).includes(place)).toBe(true);
    expect(Buffer.from(bound).includes(place)).toBe(false);
  });

  it('hands on a PDF whose structure is sound', async () => {
    const file = join(folder, 'bound.pdf');

    writeFileSync(file, await boundAgain(await pdf(2)));

    expect(() => execFileSync('qpdf', ['--check', file], { stdio: 'pipe' })).not.toThrow();
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages: +2/);
  });
});

describe('what is refused, and why', () => {
  it.each<[string, () => Promise<Uint8Array>, ErrorCode]>([
    ['an empty file', async () => new Uint8Array(), 'DOCUMENT_EMPTY'],
    ['a program called photo.jpg', async () => Buffer.from('MZ\x90\0 photo.jpg'), 'DOCUMENT_KIND_UNKNOWN'],
    ['a web page', async () => Buffer.from('<html><script>1</script>'), 'DOCUMENT_KIND_UNKNOWN'],
    ['a film', async () => Buffer.from('\0\0\0\x18ftypmp42 and so on', 'latin1'), 'DOCUMENT_KIND_UNKNOWN'],
    [
      'a file beyond the limit',
      async () => new Uint8Array(DOCUMENT_LIMITS.fileBytes + 1),
      'DOCUMENT_TOO_BIG',
    ],
    ['a bomb of a PNG', async () => png(50_000, 50_000, 1), 'DOCUMENT_PICTURE_TOO_LARGE'],
    ['a PNG that claims more than there is', async () => png(5_000, 5_000, 3), 'DOCUMENT_DAMAGED'],
    ['half a JPEG head', async () => (await photoJpeg()).subarray(0, 40), 'DOCUMENT_DAMAGED'],
    ['half a HEIC', async () => photoHeic().subarray(0, 300), 'DOCUMENT_DAMAGED'],
    ['a PDF that is none', async () => Buffer.from('%PDF-1.7\nnothing'), 'DOCUMENT_DAMAGED'],
    ['a PDF with a password', encryptedPdf, 'DOCUMENT_ENCRYPTED'],
    ['a PDF of 21 pages', () => pdf(DOCUMENT_LIMITS.pages + 1), 'DOCUMENT_TOO_MANY_PAGES'],
  ])('%s', async (_, make, code) => {
    const answer = await gate.rebuild(await make());

    expect(answer).toEqual({ ok: false, error: { code } });
  });

  it('noise behind every signature, without falling over', async () => {
    const heads = [
      Buffer.from('%PDF-1.4\n'),
      Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 16, 0, 16, 3]),
      Buffer.from(photoHeic().subarray(0, 600)),
      Buffer.from(png(16, 16).subarray(0, 40)),
    ];

    const answers = await Promise.all(
      heads.map((head) => gate.rebuild(Buffer.concat([head, randomBytes(4_000)]))),
    );

    for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('DOCUMENT_DAMAGED');
  });
});

describe('a file that keeps its reader busy', () => {
  it('is refused when its time is up, and its thread is ended', async () => {
    const worker = silentWorker();
    const patient = createDocumentGate({ log, limitSeconds: 0.02, startWorker: async () => worker });

    const answer = await patient.rebuild(Buffer.from('%PDF-'));

    expect(answer).toEqual({ ok: false, error: { code: 'DOCUMENT_TOO_SLOW' } });
    expect(worker.isEnded).toBe(true);
  });

  it('is called off when its person leaves', async () => {
    const worker = silentWorker();
    const left = createDocumentGate({ log, startWorker: async () => worker });

    const pending = left.rebuild(Buffer.from('%PDF-'));
    await left.callOff();

    expect(await pending).toEqual({ ok: false, error: { code: 'SESSION_OVER' } });
    await expect.poll(() => worker.isEnded).toBe(true);
  });

  it('that breaks its reader down is refused', async () => {
    const worker = silentWorker();
    const broken = createDocumentGate({ log, startWorker: async () => worker });

    const pending = broken.rebuild(Buffer.from('%PDF-'));
    await expect.poll(() => worker.listenerCount('error')).toBe(1);
    worker.emit('error', new Error('out of memory'));

    expect(await pending).toEqual({ ok: false, error: { code: 'DOCUMENT_DAMAGED' } });
  });
});

async function taken(file: Uint8Array): Promise<RebuiltPage[]> {
  const answer = await gate.rebuild(file);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function boundAgain(file: Uint8Array): Promise<Uint8Array> {
  const bound = await gate.bind(await taken(file));
  if (!bound.ok) throw new Error(bound.error.code);
  return bound.value;
}

/** Everything that a PDF says, nothing compressed. */
function inspected(bytes: Uint8Array): string {
  const file = join(folder, 'inspected.pdf');
  writeFileSync(file, bytes);
  return execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { encoding: 'latin1' });
}

function silentWorker() {
  return Object.assign(new EventEmitter(), {
    isEnded: false,
    async terminate() {
      this.isEnded = true;
      return 1;
    },
  });
}
