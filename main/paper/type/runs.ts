import createBidi from 'bidi-js';
import { REPLACEMENT } from './clean.ts';
import { type Face, type Fonts, hasAll, type Weight } from './fonts.ts';

/** A stretch of text in one face and one direction. The text is in the order in which it is read. */
export interface TextRun {
  readonly text: string;
  readonly face: Face;
  readonly direction: Direction;
}

export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const MARKS = /\p{M}/u;

const bidi = createBidi();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Whether any of it is read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** The direction in which a paragraph is read: that of its first letter. */
export function directionOf(text: string): Direction {
  if (!hasRightToLeft(text)) return 'ltr';
  return bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level === 1 ? 'rtl' : 'ltr';
}

/** Cuts one line into runs, from left to right as they will be seen. What no face can draw is replaced. */
export function cutIntoRuns(text: string, weight: Weight, fonts: Fonts, direction: Direction): TextRun[] {
  const latin = fonts.latin(weight);
  if (hasAll(latin.characters, text) && !MARKS.test(text))
    return text === '' ? [] : [{ text, face: latin, direction: 'ltr' }];

  const drawable = replaceWhatNoFaceHas(text, weight, fonts);
  const embedding = bidi.getEmbeddingLevels(drawable, direction);
  const mirrored = bidi.getMirroredCharactersMap(drawable, embedding.levels);
  const runs: (TextRun & { level: number })[] = [];
  const runAt: number[] = [];

  for (const { segment, index } of graphemes.segment(drawable)) {
    const level = embedding.levels[index] ?? 0;
    const runDirection = level % 2 === 1 ? 'rtl' : 'ltr';
    const face = chooseFace(segment, weight, fonts, runDirection);
    const seen = mirrored.get(index) ?? segment;
    const last = runs.at(-1);
    if (last && last.face === face && last.level === level) {
      runs[runs.length - 1] = { ...last, text: last.text + seen };
    } else {
      runs.push({ text: seen, face, level, direction: runDirection });
    }
    for (let unit = 0; unit < segment.length; unit += 1) runAt.push(runs.length - 1);
  }

  const seenOrder = new Set(bidi.getReorderedIndices(drawable, embedding).map((index) => runAt[index] ?? 0));
  return [...seenOrder].flatMap((index) => runs[index] ?? []);
}

/** How many replacements a line shows. */
export function countReplacements(text: string): number {
  return text.split(REPLACEMENT).length - 1;
}

function replaceWhatNoFaceHas(text: string, weight: Weight, fonts: Fonts): string {
  const faces = [fonts.latin(weight), fonts.arabic(weight), fonts.other(weight)];
  return Array.from(graphemes.segment(text), ({ segment }) =>
    faces.some((face) => face.draws(segment)) ? segment : REPLACEMENT,
  ).join('');
}

/** Right-to-left text keeps to the Arabic face as far as it reaches: its spaces and signs are shaped with it. */
function chooseFace(grapheme: string, weight: Weight, fonts: Fonts, direction: Direction): Face {
  const latin = fonts.latin(weight);
  const arabic = fonts.arabic(weight);
  const preferred = direction === 'rtl' ? [arabic, latin] : [latin, arabic];
  return preferred.find((face) => face.draws(grapheme)) ?? fonts.other(weight);
}
