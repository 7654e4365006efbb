import { clean } from '../type/clean.ts';
import { breakIntoLines } from '../type/line-breaking.ts';
import { hasRightToLeft } from '../type/runs.ts';
import type { SetLine, Typesetter } from '../type/typesetter.ts';
import type { TextBlock } from './document.ts';
import type { Element, Strip, TextMark } from './strip.ts';
import { styles, type TextStyle } from './styles.ts';

/** No paragraph of a paper is longer: what goes on after it is shown to be cut. */
const MAX_LINES = 12;

export interface Paragraph {
  readonly lines: readonly SetLine[];
  readonly style: TextStyle;
}

export function setParagraph(
  text: string,
  style: TextStyle,
  width: number,
  typesetter: Typesetter,
  maxLines = MAX_LINES,
): Paragraph {
  const measure = { width: (width * 1000) / style.size, maxLines };
  return { lines: breakIntoLines(clean(text), style, measure, typesetter), style };
}

export function heightOf({ lines, style }: Paragraph): number {
  return lines.length * style.leading;
}

export function widthOf(line: SetLine, style: TextStyle): number {
  return (line.width * style.size) / 1000;
}

/** The marks of a paragraph whose first line begins at the top of its strip. */
export function markLines(
  { lines, style }: Paragraph,
  align: 'start' | 'end',
  box: { x: number; y: number; width: number },
  element: Element | null,
): TextMark[] {
  return lines
    .map((line, index): TextMark => {
      const x = align === 'start' ? box.x : box.x + box.width - widthOf(line, style);
      const baseline = box.y + index * style.leading + baselineIn(style);
      return { kind: 'text', x, baseline, size: style.size, line, element };
    })
    .filter(({ line }) => line.runs.length > 0);
}

/** Puts capitals in the middle of the line: 0.668 is their height in the Latin face. */
function baselineIn({ size, leading }: TextStyle): number {
  return (leading + 0.668 * size) / 2;
}

/** A paragraph, as it is read out: letters that run from right to left stand on the paper in the order of the eye. */
export function textElement(role: Element['role'], text: string): Element {
  const cleaned = clean(text);
  return { role, children: [], ...(hasRightToLeft(cleaned) ? { inReadingOrder: cleaned } : {}) };
}

export function layOutText(block: TextBlock, width: number, parent: Element, typesetter: Typesetter): Strip {
  const paragraph = setParagraph(block.text, styles[block.style], width, typesetter);
  const element = textElement(block.role, block.text);
  parent.children.push(element);
  return {
    height: heightOf(paragraph),
    marks: markLines(paragraph, 'start', { x: 0, y: 0, width }, element),
    keepWithNext: block.keepWithNext ?? block.role !== 'P',
  };
}
