import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { type FontName, fontFiles } from './font-files.ts';

export type Weight = 'regular' | 'strong';

export interface Face {
  readonly name: FontName;
  readonly font: Font;
  readonly characters: ReadonlySet<number>;
}

/** The faces of a weight by preference. Each is read and parsed when first asked for, then kept. */
export interface Fonts {
  latin(weight: Weight): Face;
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
    const read: Face = { name, font, characters: new Set(font.characterSet) };
    faces.set(name, read);
    return read;
  }

  return {
    latin: (weight) => face(`latin-${weight}`),
    arabic: (weight) => face(`arabic-${weight}`),
    other: (weight) => face(`other-${weight}`),
  };
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
