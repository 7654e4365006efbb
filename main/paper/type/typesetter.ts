import type { Face, Fonts, Weight } from './fonts.ts';
import { countReplacements, cutIntoRuns, type Direction, directionOf, type TextRun } from './runs.ts';

/** Lengths are thousandths of the type size. */
export interface SetGlyph {
  readonly id: number;
  /** The characters it stands for; empty where it is only a part of one. */
  readonly text: string;
  /** How far the font itself moves on. */
  readonly width: number;
  /** How far to move on here, after kerning. */
  readonly advance: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

export interface SetRun {
  readonly face: Face;
  readonly glyphs: readonly SetGlyph[];
}

export interface SetLine {
  /** From left to right. */
  readonly runs: readonly SetRun[];
  /** Thousandths of the type size. */
  readonly width: number;
  readonly replacements: number;
}

export type Figures = 'proportional' | 'tabular';

export interface Setting {
  readonly weight: Weight;
  /** `tabular`: all figures are equally wide, so that amounts stand under each other. */
  readonly figures: Figures;
  /** Every character is equally wide, as a machine wrote it. */
  readonly pitch?: 'fixed';
}

/** Sets cleaned text. It remembers the words of its document and is forgotten with it. */
export interface Typesetter {
  setLine(text: string, setting: Setting, direction?: Direction): SetLine;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const FEATURES: Record<Figures, readonly string[]> = { proportional: [], tabular: ['tnum'] };
/** Tabular figures and the signs among them are not kerned, so each can be set by itself, once. */
const FIGURES_ONLY = /^[\d.,/€\u2212\u00a0]+$/;

export function createTypesetter(fonts: Fonts): Typesetter {
  const fixedFonts: Fonts = { ...fonts, latin: fonts.fixed };
  const setWords = new Map<string, readonly SetGlyph[]>();

  function setWord(word: string, face: Face, figures: Figures): readonly SetGlyph[] {
    const key = `${face.name} ${figures} ${word}`;
    const known = setWords.get(key);
    if (known) return known;
    const glyphs =
      figures === 'tabular' && word.length > 1 && FIGURES_ONLY.test(word)
        ? Array.from(word).flatMap((sign) => setWord(sign, face, figures))
        : shape(word, face, 'ltr', figures);
    setWords.set(key, glyphs);
    return glyphs;
  }

  function setRun({ text, face, direction }: TextRun, figures: Figures): SetRun {
    if (direction === 'rtl') return { face, glyphs: shape(text, face, 'rtl', figures) };
    return { face, glyphs: text.split(/(?<= )|(?= )/).flatMap((word) => setWord(word, face, figures)) };
  }

  return {
    setLine(text, { weight, figures, pitch }, direction = directionOf(text)) {
      const runs = cutIntoRuns(text, weight, pitch === 'fixed' ? fixedFonts : fonts, direction);
      const setRuns = runs.map((run) => setRun(run, figures));
      const advances = setRuns.flatMap((run) => run.glyphs.map((glyph) => glyph.advance));
      return {
        runs: setRuns,
        width: advances.reduce((sum, advance) => sum + advance, 0),
        replacements: runs.reduce((sum, run) => sum + countReplacements(run.text), 0),
      };
    },
  };
}

/** In some words fontkit cannot place a mark (see fonts.ts): then their letters stand unjoined, each by itself. */
function shape(text: string, face: Face, direction: Direction, figures: Figures): SetGlyph[] {
  try {
    return shapeTogether(text, face, direction, figures);
  } catch (error) {
    const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
    if (!(error instanceof TypeError) || parts.length === 1) throw error;
    const seen = direction === 'rtl' ? parts.toReversed() : parts;
    return seen.flatMap((part) => shapeTogether(part, face, direction, figures));
  }
}

function shapeTogether(text: string, face: Face, direction: Direction, figures: Figures): SetGlyph[] {
  const { font } = face;
  const thousandths = 1000 / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text, FEATURES[figures], undefined, undefined, direction);
  return glyphs.map((glyph, index) => {
    const position = positions[index];
    if (!position) throw new Error('Each glyph has a position');
    return {
      id: glyph.id,
      text: String.fromCodePoint(...glyph.codePoints),
      width: glyph.advanceWidth * thousandths,
      advance: position.xAdvance * thousandths,
      shiftX: position.xOffset * thousandths,
      shiftY: position.yOffset * thousandths,
    };
  });
}
