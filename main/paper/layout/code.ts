import type { CodeBlock } from './document.ts';
import type { Element, Mark, Strip } from './strip.ts';

/** Of two rows that touch: without it, some readers of PDF show a hair of white between them. */
const OVERLAP = 0.05;

/** Each run of dark modules in a row is one bar. */
export function layOutCode({ modules, side, alternative }: CodeBlock, parent: Element): Strip {
  const element: Element = { role: 'Figure', alternative, children: [] };
  parent.children.push(element);
  const unit = side / modules.length;
  const marks = modules.flatMap((row, index) =>
    runsOf(row).map(
      ({ from, length }): Mark => ({
        kind: 'rule',
        x: from * unit,
        y: (index + 0.5) * unit,
        width: length * unit,
        thickness: unit + OVERLAP,
        element,
      }),
    ),
  );
  return { height: side, marks, keepWithNext: false };
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, at) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  });
  return runs;
}
