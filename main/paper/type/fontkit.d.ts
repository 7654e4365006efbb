/** What paper uses of fontkit, which comes without types. Lengths are in font units. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number;
    /** What it stands for; none where it is only a part of a character. */
    readonly codePoints: readonly number[];
    readonly advanceWidth: number;
  }

  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  /** Glyphs stand from left to right as they are seen, whatever the direction. */
  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
  }

  export interface Subset {
    /** Answers the glyph's number in the subset. */
    includeGlyph(id: number): number;
    encode(): Uint8Array;
  }

  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly italicAngle: number;
    readonly bbox: {
      readonly minX: number;
      readonly minY: number;
      readonly maxX: number;
      readonly maxY: number;
    };
    readonly characterSet: readonly number[];
    layout(
      text: string,
      features?: readonly string[],
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl',
    ): GlyphRun;
    createSubset(): Subset;
    getGlyph(id: number, codePoints?: readonly number[]): Glyph;
  }

  export function create(bytes: Uint8Array): Font;
}
