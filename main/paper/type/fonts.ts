import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { type FontName, fontFiles } from './font-files.ts';

export type Weight = 'regular' | 'strong';

export interface Face {
  readonly name: FontName;
  readonly font: Font;
  readonly characters: ReadonlySet<number>;
  /** True when the face has all of a grapheme's characters and can put them together. */
  draws(grapheme: string): boolean;
}

/** The faces of a weight by preference. Each is read and parsed when first asked for, then kept. */
export interface Fonts {
  latin(weight: Weight): Face;
  /** All its characters are equally wide. It has one weight. */
  fixed(): Face;
  arabic(weight: Weight): Face;
  other(weight: Weight): Face;
}

let opened: Promise<Fonts> | null = null;

export function openFonts(): Promise<Fonts> {
  opened ??= prepare();
  return opened;
}

async function prepare(): Promise<Fonts> {
  const files = await fontFiles();
  const faces = new Map<FontName, Face>();

  function face(name: FontName): Face {
    const known = faces.get(name);
    if (known) return known;
    const font = parse(readFileSync(files[name]));
    const characters = new Set(font.characterSet);
    const read = { name, font, characters, draws: rememberWhatIsDrawn(font, characters) };
    faces.set(name, read);
    return read;
  }

  return {
    latin: (weight) => face(`latin-${weight}`),
    fixed: () => face('latin-fixed'),
    arabic: (weight) => face(`arabic-${weight}`),
    other: (weight) => face(`other-${weight}`),
  };
}

/** Whether a text consists only of characters that a face has. */
export function hasAll(characters: ReadonlySet<number>, text: string): boolean {
  for (const character of text) {
    if (!characters.has(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

function rememberWhatIsDrawn(font: Font, characters: ReadonlySet<number>) {
  const known = new Map<string, boolean>();
  return (grapheme: string) => {
    const drawn = known.get(grapheme) ?? (hasAll(characters, grapheme) && canBeShaped(font, grapheme));
    known.set(grapheme, drawn);
    return drawn;
  };
}

/** fontkit breaks on the few letters (`ڥ`) whose marks have no anchor in the font, which OpenType allows. */
function canBeShaped(font: Font, grapheme: string): boolean {
  try {
    font.layout(grapheme);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * fontkit remembers the first text that it met behind a glyph and answers that ever after, also to the next
 * document. Here each glyph says what it stands for in its own place.
 */
function parse(bytes: Uint8Array): Font {
  const font = create(bytes);
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) =>
    Object.create(getGlyph(id), { codePoints: { value: codePoints, enumerable: true } });
  return font;
}
