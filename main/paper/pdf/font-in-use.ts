import { createHash } from 'node:crypto';
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';
import type { Face } from '../type/fonts.ts';
import type { SetGlyph } from '../type/typesetter.ts';

/** ISO 32000-1, table 123: symbolic, which every font addressed by glyph is. */
const SYMBOLIC = 1 << 2;
/** More in one block is not allowed in a character map (Adobe technical note 5014). */
const MAX_MAPPINGS_IN_A_BLOCK = 100;

/** A face as one document uses it: only the glyphs that were drawn, each with the text that it stands for. */
export interface FontInUse {
  /** What to write for a glyph, four hexadecimal digits. */
  codeFor(glyph: SetGlyph): string;
  /** Writes the font once everything is drawn. */
  embed(): void;
  readonly ref: PDFRef;
}

export function createFontInUse(face: Face, context: PDFContext): FontInUse {
  const ref = context.nextRef();
  const codes = new Map<string, string>();
  const glyphs: SetGlyph[] = [];

  return {
    ref,
    codeFor(glyph) {
      // One shape may stand for several characters (a space and a no-break space): each has a code of its own.
      const key = `${glyph.id} ${glyph.text}`;
      const known = codes.get(key);
      if (known) return known;
      glyphs.push(glyph);
      const code = hex(glyphs.length);
      codes.set(key, code);
      return code;
    },
    embed() {
      context.assign(ref, describeFont(face, glyphs, context));
    },
  };
}

function describeFont({ font }: Face, glyphs: readonly SetGlyph[], context: PDFContext) {
  const subset = font.createSubset();
  const subsetIds = glyphs.map((glyph) => subset.includeGlyph(glyph.id));
  const program = subset.encode();
  const baseFont = `${subsetTag(program)}+${font.postscriptName}`;
  const thousandths = 1000 / font.unitsPerEm;
  const { minX, minY, maxX, maxY } = font.bbox;

  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: baseFont,
    Flags: SYMBOLIC,
    FontBBox: [minX, minY, maxX, maxY].map((length) => length * thousandths),
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent * thousandths,
    Descent: font.descent * thousandths,
    CapHeight: font.capHeight * thousandths,
    XHeight: font.xHeight * thousandths,
    StemV: 0,
    FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
  });
  const glyphTable = new Uint8Array([0, 0, ...subsetIds.flatMap((id) => [id >> 8, id & 0xff])]);
  const cidFont = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    CIDToGIDMap: context.register(context.flateStream(glyphTable)),
    FontDescriptor: context.register(descriptor),
    W: [1, glyphs.map((glyph) => Math.round(glyph.width))],
  });
  return context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(cidFont)],
    ToUnicode: context.register(context.flateStream(toUnicode(glyphs))),
  });
}

/** Six capitals that are the same for the same glyphs, as ISO 32000-1, 9.6.4 wants them before the name. */
function subsetTag(program: Uint8Array): string {
  const digest = createHash('sha256').update(program).digest();
  return String.fromCharCode(...Array.from(digest.subarray(0, 6), (byte) => 65 + (byte % 26)));
}

/** ISO 32000-1, 9.10.3: which text each code stands for, so that the paper can be searched and read out. */
function toUnicode(glyphs: readonly SetGlyph[]): string {
  const mappings = glyphs.flatMap(({ text }, index) =>
    text === '' ? [] : [`<${hex(index + 1)}> <${utf16(text)}>`],
  );
  const blocks: string[] = [];
  for (let start = 0; start < mappings.length; start += MAX_MAPPINGS_IN_A_BLOCK) {
    const block = mappings.slice(start, start + MAX_MAPPINGS_IN_A_BLOCK);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}
