import { clean } from '../type/clean.ts';
import { directionOf } from '../type/runs.ts';
import type { Typesetter } from '../type/typesetter.ts';
import type { QuotationBlock } from './document.ts';
import type { Element, Mark, Strip } from './strip.ts';
import { styles } from './styles.ts';
import { markLines, setParagraph, textElement } from './text.ts';

const BAR_THICKNESS = 1.2;
const GAP = 10;
/** As much as half a line. */
const BETWEEN_PARAGRAPHS = styles.body.leading / 2;

/** One strip for each line, so that a long text goes on over pages. Nothing is left out. */
export function layOutQuotation(
  { paragraphs }: QuotationBlock,
  width: number,
  parent: Element,
  typesetter: Typesetter,
): Strip[] {
  const quotation: Element = { role: 'BlockQuote', children: [] };
  parent.children.push(quotation);
  return paragraphs.flatMap((text, index) => [
    ...(index === 0 ? [] : [besideTheBar(BETWEEN_PARAGRAPHS, [], true)]),
    ...layOutParagraph(text, width - GAP, quotation, typesetter),
  ]);
}

/** A text that is read from right to left begins at the right. */
function layOutParagraph(text: string, width: number, parent: Element, typesetter: Typesetter): Strip[] {
  const element = textElement('P', text);
  parent.children.push(element);
  const align = directionOf(clean(text)) === 'rtl' ? 'end' : 'start';
  const style = styles.body;
  const { lines } = setParagraph(text, style, width, typesetter, Number.POSITIVE_INFINITY);
  return lines.map((line, index) => {
    const marks = markLines({ lines: [line], style }, align, { x: GAP, y: 0, width }, element);
    // No line of a paragraph stands alone on a page.
    const isKept = index < lines.length - 1 && (index === 0 || index === lines.length - 2);
    return besideTheBar(style.leading, marks, isKept);
  });
}

function besideTheBar(height: number, marks: readonly Mark[], keepWithNext: boolean): Strip {
  const bar: Mark = { kind: 'rule', x: 0, y: height / 2, width: BAR_THICKNESS, thickness: height };
  return { height, marks: [bar, ...marks], keepWithNext };
}
