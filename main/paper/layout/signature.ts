import type { Typesetter } from '../type/typesetter.ts';
import type { SignatureBlock } from './document.ts';
import type { Element, Mark, Strip } from './strip.ts';
import { layOutText } from './text.ts';

/** The sheet that was signed on. */
const SHEET = { width: 1000, height: 400 };
const FRAME_THICKNESS = 0.8;
/** That of a ballpoint pen. */
const PEN_THICKNESS = 1.4;

export function layOutSignature(
  { label, path, alternative }: SignatureBlock,
  width: number,
  parent: Element,
  typesetter: Typesetter,
): Strip {
  const caption = layOutText(
    { kind: 'text', role: 'P', style: 'caption', text: label },
    width,
    parent,
    typesetter,
  );
  const scale = width / SHEET.width;
  const box = { x: 0, y: caption.height, width, height: SHEET.height * scale };
  const marks: Mark[] = [...caption.marks, { kind: 'frame', ...box, thickness: FRAME_THICKNESS }];
  if (path) {
    const element: Element = { role: 'Figure', alternative, children: [] };
    parent.children.push(element);
    marks.push({ kind: 'path', x: 0, y: box.y, scale, path, thickness: PEN_THICKNESS, element });
  }
  return { height: caption.height + box.height, marks, keepWithNext: false };
}
