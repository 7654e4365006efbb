import type { Typesetter } from '../type/typesetter.ts';
import { type FieldBlock, millimetres } from './document.ts';
import type { Element, Mark, Strip } from './strip.ts';
import { styles } from './styles.ts';
import { heightOf, markLines, setParagraph } from './text.ts';

const HAIRLINE = 0.5;
/** Between two lines of handwriting, as on a ruled sheet. */
const WRITING_HEIGHT = millimetres(8);
const BOX_HEIGHT = millimetres(7);
const MAX_BOX_WIDTH = millimetres(6);
/** As bank details are printed: four characters, then a gap. */
const BOXES_IN_A_GROUP = 4;
const GROUP_GAP = 5;
const SPACE_BELOW = 7;

/** A caption with lines under it, written on already or not yet. */
export function layOutField(
  block: FieldBlock,
  width: number,
  parent: Element,
  typesetter: Typesetter,
): Strip {
  const caption = setParagraph(block.label, styles.caption, width, typesetter, 2);
  const marks: Mark[] = markLines(caption, 'start', { x: 0, y: 0, width }, addParagraph(parent));
  let y = heightOf(caption);
  for (const line of block.lines) {
    if (line === '' && block.boxes !== undefined) {
      marks.push(...boxes(block.boxes, width, y));
      y += BOX_HEIGHT;
    } else if (line === '') {
      y += WRITING_HEIGHT;
      marks.push(rule(y, width));
    } else {
      const value = setParagraph(line, styles.fact, width, typesetter);
      marks.push(...markLines(value, 'start', { x: 0, y, width }, addParagraph(parent)));
      y += heightOf(value);
    }
  }
  return { height: y + SPACE_BELOW, marks, keepWithNext: false };
}

function boxes(count: number, width: number, y: number): Mark[] {
  const groups = Math.ceil(count / BOXES_IN_A_GROUP);
  const side = Math.min(MAX_BOX_WIDTH, (width - (groups - 1) * GROUP_GAP) / count);
  return Array.from({ length: count }, (_, index) => ({
    kind: 'frame',
    x: index * side + Math.floor(index / BOXES_IN_A_GROUP) * GROUP_GAP,
    y,
    width: side,
    height: BOX_HEIGHT,
    thickness: HAIRLINE,
  }));
}

function rule(y: number, width: number): Mark {
  return { kind: 'rule', x: 0, y, width, thickness: HAIRLINE };
}

function addParagraph(parent: Element): Element {
  const element: Element = { role: 'P', children: [] };
  parent.children.push(element);
  return element;
}
