/** Papers held against the pictures of them that somebody looked at and accepted. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { renderPages } from './read-pdf.ts';
import { readPng, type SmallPicture, smallPictureOf, writePng } from './small-picture.ts';

/** Half a millimetre a dot: a letter is still to be recognised. */
const DOTS_PER_INCH = 50;
/** Of fifteen levels of grey: as far as the edges of letters and lines go from one version of poppler to the next. */
const MAX_LEVELS_APART = 4;
/** A word of three letters is several times as many. */
const MAX_DOTS_APART = 12;

const ROOT = resolve(import.meta.dirname, '../../..');
const PAPERS = resolve(import.meta.dirname, '..');
const SHOWN_IN = join(ROOT, 'out/golden');

const isAccepting = process.env.KIOSK_ACCEPT_GOLDENS === 'yes';

export interface Golden {
  /** Of the paper, below `main/paper`. */
  readonly folder: string;
  /** Which of the pictures there. */
  readonly name: string;
}

/**
 * What differs, a sentence a page; empty where all pages look as they did. With KIOSK_ACCEPT_GOLDENS=yes the pages
 * become what they are held against from then on.
 */
export async function differencesFromGolden(golden: Golden, pdf: Uint8Array): Promise<string[]> {
  const pages = (await renderPages(pdf, DOTS_PER_INCH)).map(smallPictureOf);
  const folder = join(PAPERS, golden.folder, 'golden');
  const fileOf = (page: number) => `${golden.name}-${page}.png`;
  const kept = (await namesIn(folder)).filter((name) => name.replace(/-\d+\.png$/, '') === golden.name);
  if (isAccepting) {
    await mkdir(folder, { recursive: true });
    for (const name of kept) await rm(join(folder, name));
    for (const [index, page] of pages.entries())
      await writeFile(join(folder, fileOf(index + 1)), writePng(page));
    return [];
  }
  if (kept.length !== pages.length)
    return [`${pages.length} pages instead of the ${kept.length} in ${folder}`];

  const said = await Promise.all(
    pages.map(async (page, index) => {
      const file = fileOf(index + 1);
      const accepted = readPng(await readFile(join(folder, file)));
      const difference = differenceOf(accepted, page);
      return difference && show(`${golden.folder}-${file.replace('.png', '')}`, page, difference);
    }),
  );
  return said.filter((sentence) => sentence !== null);
}

/** Where two pictures are apart, in black over a pale picture of the second; null where they look the same. */
export function differenceOf(accepted: SmallPicture, page: SmallPicture): SmallPicture | null {
  const isSameSize = accepted.width === page.width && accepted.height === page.height;
  const isApart = (level: number, dot: number) =>
    Math.abs(level - (accepted.levels[dot] ?? 0)) > MAX_LEVELS_APART;
  const apartCount = page.levels.reduce((count, level, dot) => count + (isApart(level, dot) ? 1 : 0), 0);
  if (isSameSize && apartCount <= MAX_DOTS_APART) return null;
  const levels = page.levels.map((level, dot) => (isApart(level, dot) ? 0 : 11 + Math.floor(level / 4)));
  return { ...page, levels };
}

async function show(name: string, page: SmallPicture, difference: SmallPicture): Promise<string> {
  const [actual, apart] = [join(SHOWN_IN, `${name}-actual.png`), join(SHOWN_IN, `${name}-difference.png`)];
  await mkdir(SHOWN_IN, { recursive: true });
  await writeFile(actual, writePng(page));
  await writeFile(apart, writePng(difference));
  return `looks otherwise: see ${relative(ROOT, apart)} and ${relative(ROOT, actual)}`;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
