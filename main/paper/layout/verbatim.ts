import { cleanAsSpaced } from '../type/clean.ts';
import type { Typesetter } from '../type/typesetter.ts';
import type { VerbatimBlock } from './document.ts';
import type { Element, Mark, Strip } from './strip.ts';
import { styles, type TextStyle } from './styles.ts';
import { markLines, widthOf } from './text.ts';

const BAR_THICKNESS = 1.2;
const GAP = 10;
/** Below seven points nobody reads a ticket: a line that is still too wide goes on in the next one. */
const MIN_SCALE = 0.7;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One strip for each line, kept on one page where they fit on one. Nothing is left out, and no space among them. */
export function layOutVerbatim(
  block: VerbatimBlock,
  width: number,
  parent: Element,
  typesetter: Typesetter,
): Strip[] {
  const room = width - GAP;
  const cleaned = block.lines.map(cleanAsSpaced);
  const style = fittingStyle(cleaned, room, typesetter);
  const strips = cleaned.map((line): Strip => {
    const pieces = cut(line, style, room, typesetter);
    const lines = pieces.map((piece) => typesetter.setLine(piece, style));
    const height = lines.length * style.leading;
    const bar: Mark = { kind: 'rule', x: 0, y: height / 2, width: BAR_THICKNESS, thickness: height };
    if (line.trim() === '') return { height, marks: [bar], keepWithNext: true };
    const element: Element = { role: 'P', children: [] };
    parent.children.push(element);
    const text = markLines({ lines, style }, 'start', { x: GAP, y: 0, width: room }, element);
    return { height, marks: [bar, ...text], keepWithNext: true };
  });
  const last = strips.pop();
  return last ? [...strips, { ...last, keepWithNext: false }] : [];
}

/** One size for all lines: their columns stand under each other. */
function fittingStyle(lines: readonly string[], room: number, typesetter: Typesetter): TextStyle {
  const style = styles.ticket;
  const widest = Math.max(0, ...lines.map((line) => widthOf(typesetter.setLine(line, style), style)));
  const scale = widest <= room ? 1 : Math.max(MIN_SCALE, room / widest);
  return { ...style, size: style.size * scale, leading: style.leading * scale };
}

function cut(line: string, style: TextStyle, room: number, typesetter: Typesetter): string[] {
  // A line that was made to fit must not be broken by a rounding error.
  const fits = (piece: string) => widthOf(typesetter.setLine(piece, style), style) <= room + 0.01;
  if (fits(line)) return [line];
  const pieces = [''];
  for (const { segment } of graphemes.segment(line)) {
    const piece = pieces.pop() ?? '';
    pieces.push(...(piece === '' || fits(piece + segment) ? [piece + segment] : [piece, segment]));
  }
  return pieces;
}
