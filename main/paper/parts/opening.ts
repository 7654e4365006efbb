import { type Block, millimetres, type PaperSize } from '../layout/document.ts';
import { columnOfFacts, type Fact, rowOfFacts } from './facts.ts';
import { type Addressee, letterhead, type Sender, sendersLines } from './letterhead.ts';

/** Of three facts in a row: the longest moment and the longest means of payment stand on one line each. */
const FACT_SHARES = [1.3, 1.1, 0.9];

/** How a paper begins that confirms something: who to whom, what it is, what is confirmed, and its facts. */
export interface Opening {
  readonly sender: Sender;
  readonly addressee: Addressee | null;
  readonly title: string;
  readonly lead: string;
  /** In a box, so that it is found first. */
  readonly confirmed: { readonly caption: string; readonly value: string };
  readonly facts: readonly Fact[];
}

export function opening(content: Opening, size: PaperSize): Block[] {
  return size === 'roll80' ? onRoll(content) : onSheet(content);
}

function onSheet(content: Opening): Block[] {
  const { sender, addressee, title, lead, facts } = content;
  const rows = Array.from({ length: Math.ceil(facts.length / FACT_SHARES.length) }, (_, index) =>
    rowOfFacts(FACT_SHARES.map((share, at) => [share, facts[index * FACT_SHARES.length + at]])),
  );
  return [
    letterhead(sender, addressee),
    { kind: 'space', height: millimetres(11) },
    { kind: 'text', role: 'H1', style: 'title', text: title },
    { kind: 'text', role: 'P', style: 'lead', text: lead },
    { kind: 'space', height: millimetres(6) },
    confirmedIn(content),
    { kind: 'space', height: millimetres(6) },
    ...rows.flatMap((row): Block[] => [row, { kind: 'space', height: millimetres(4) }]),
  ];
}

/** One thing under the other. */
function onRoll(content: Opening): Block[] {
  const { sender, addressee, title, lead, facts } = content;
  return [
    ...sendersLines(sender),
    { kind: 'space', height: millimetres(4) },
    { kind: 'text', role: 'H1', style: 'brand', text: title },
    { kind: 'text', role: 'P', style: 'body', text: lead },
    { kind: 'space', height: millimetres(3) },
    confirmedIn(content),
    { kind: 'space', height: millimetres(3) },
    ...(addressee ? [{ kind: 'text', role: 'P', style: 'fact', text: addressee.name } as const] : []),
    ...columnOfFacts(facts),
  ];
}

function confirmedIn({ confirmed }: Opening): Block {
  return {
    kind: 'framed',
    blocks: [
      { kind: 'text', role: 'P', style: 'body', text: confirmed.caption },
      { kind: 'text', role: 'P', style: 'outcome', text: confirmed.value },
    ],
  };
}
