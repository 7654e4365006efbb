import type { Typesetter } from '../type/typesetter.ts';
import type { ListBlock } from './document.ts';
import type { Element, Strip } from './strip.ts';
import { styles } from './styles.ts';
import { heightOf, markLines, setParagraph, textElement } from './text.ts';

const INDENT = 16;
const SPACE_BELOW = 3;

/** One strip for each item, its number or its dot before it. */
export function layOutList(
  block: ListBlock,
  width: number,
  parent: Element,
  typesetter: Typesetter,
): Strip[] {
  const list = addElement(parent, { role: 'L', children: [] });
  return block.items.map((text, index): Strip => {
    const item = addElement(list, { role: 'LI', children: [] });
    const label = setParagraph(block.isNumbered ? `${index + 1}.` : '•', styles.body, INDENT, typesetter);
    const body = setParagraph(text, styles.body, width - INDENT, typesetter);
    return {
      height: heightOf(body) + SPACE_BELOW,
      marks: [
        ...markLines(
          label,
          'start',
          { x: 0, y: 0, width: INDENT },
          addElement(item, { role: 'Lbl', children: [] }),
        ),
        ...markLines(
          body,
          'start',
          { x: INDENT, y: 0, width: width - INDENT },
          addElement(item, textElement('LBody', text)),
        ),
      ],
      keepWithNext: false,
    };
  });
}

function addElement(parent: Element, element: Element): Element {
  parent.children.push(element);
  return element;
}
