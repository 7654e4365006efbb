import { type Block, millimetres } from '../layout/document.ts';

/** A part of a paper, with a title of its own. */
export function section(title: string, blocks: readonly Block[]): Block[] {
  return [
    { kind: 'space', height: millimetres(4) },
    { kind: 'text', role: 'H2', style: 'section', text: title },
    { kind: 'space', height: millimetres(1.5) },
    ...blocks,
  ];
}
