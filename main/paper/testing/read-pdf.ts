import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIME_LIMIT_MS = 20_000;

/** What poppler reads on the paper: one string for each page, one line for each line, columns apart by ` | `. */
export async function readPages(pdf: Uint8Array): Promise<string[][]> {
  const text = await withFile(pdf, (file) => output('pdftotext', ['-layout', file, '-']));
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        // The marks with which poppler wraps right-to-left text.
        .map((line) =>
          line
            .replace(/[\u202a-\u202e]/g, '')
            .trim()
            .replace(/ {2,}/g, ' | '),
        )
        .filter((line) => line !== ''),
    );
}

export async function readLines(pdf: Uint8Array): Promise<string[]> {
  return (await readPages(pdf)).flat();
}

/** One line for each font: name, type, encoding, and whether it is embedded, a subset, and mapped to Unicode. */
export async function readFonts(pdf: Uint8Array): Promise<string[]> {
  const table = await withFile(pdf, (file) => output('pdffonts', [file]));
  return table.trim().split('\n').slice(2);
}

export async function readProperties(pdf: Uint8Array): Promise<Record<string, string>> {
  const lines = await withFile(pdf, (file) => output('pdfinfo', ['-isodates', file]));
  return Object.fromEntries(lines.split('\n').map((line) => line.split(/:\s+/, 2)));
}

/** What a screen reader finds: the elements and their texts, as an outline. */
export function readStructure(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, (file) => output('pdfinfo', ['-struct-text', file]));
}

/** How dark the first page is at a point, from 0 (white) to 255 (black), as poppler draws it. Points from the upper left. */
export async function readDarkness(
  pdf: Uint8Array,
  points: readonly { x: number; y: number }[],
): Promise<number[]> {
  const dotsInAPoint = 2;
  const [page] = await renderPages(pdf, 72 * dotsInAPoint);
  if (!page) throw new Error('A paper has a page');
  return points.map(({ x, y }) => {
    const dot = Math.round(y * dotsInAPoint) * page.width + Math.round(x * dotsInAPoint);
    return 255 - (page.greys[dot] ?? 0);
  });
}

export interface GreyPage {
  readonly width: number;
  readonly height: number;
  /** One for each dot, row by row, from 0 (black) to 255 (white). */
  readonly greys: Uint8Array;
}

/** Every page as poppler draws it. */
export async function renderPages(pdf: Uint8Array, dotsPerInch: number): Promise<GreyPage[]> {
  const pictures = await withFile(pdf, (file) =>
    output('pdftoppm', ['-r', String(dotsPerInch), '-gray', file], 'latin1'),
  );
  const bytes = Buffer.from(pictures, 'latin1');
  const pages: GreyPage[] = [];
  for (let at = 0; at < bytes.length; ) {
    const header = /^P5\n(\d+) (\d+)\n255\n/.exec(pictures.slice(at, at + 40));
    if (!header) throw new Error('pdftoppm writes grey pictures');
    const [width, height] = [Number(header[1]), Number(header[2])];
    const start = at + header[0].length;
    at = start + width * height;
    pages.push({ width, height, greys: Uint8Array.from(bytes.subarray(start, at)) });
  }
  return pages;
}

/** Rejects with what is wrong when the file is not sound. */
export function checkFile(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, (file) => output('qpdf', ['--check', file]));
}

/** The PDF in a form that can be read: nothing compressed. */
export function unpack(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, (file) =>
    output('qpdf', ['--qdf', '--object-streams=disable', '--no-original-object-ids', file, '-'], 'latin1'),
  );
}

async function output(program: string, args: string[], encoding: BufferEncoding = 'utf8'): Promise<string> {
  const { stdout } = await run(program, args, {
    encoding,
    timeout: TIME_LIMIT_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

async function withFile<T>(pdf: Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
