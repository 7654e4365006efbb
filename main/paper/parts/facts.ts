import { type Block, millimetres, type TextBlock } from '../layout/document.ts';

/** Something that can be looked up: what it is called, and what it is. */
export interface Fact {
  readonly caption: string;
  readonly value: string;
}

/** Side by side, each with its share of the width. None keeps its place, so that the facts of rows stand in columns. */
export function rowOfFacts(facts: readonly (readonly [share: number, fact: Fact | undefined])[]): Block {
  return {
    kind: 'columns',
    gap: 10,
    columns: facts.map(([share, fact]) => ({ share, blocks: fact ? blocksOf(fact) : [] })),
  };
}

/** One under the other. */
export function columnOfFacts(facts: readonly Fact[]): Block[] {
  return facts.flatMap((fact): Block[] => [{ kind: 'space', height: millimetres(1.5) }, ...blocksOf(fact)]);
}

function blocksOf({ caption, value }: Fact): TextBlock[] {
  return [
    { kind: 'text', role: 'P', style: 'caption', text: caption },
    { kind: 'text', role: 'P', style: 'fact', text: value },
  ];
}
