/** The outcomes as a table, for whoever reads the run, and as files for whoever comes later. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWords } from './catalogue.ts';
import type { Outcome } from './try-catalogue.ts';

/** Long scripts stand in the catalogue in full. */
const WIDEST = 70;

export function writeReport(folder: string, outcomes: readonly Outcome[]): string {
  const text = asTable(outcomes);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'escapes.txt'), `${text}\n`);
  writeFileSync(
    join(folder, 'escapes.json'),
    `${JSON.stringify(
      outcomes.map(({ how, ...outcome }) => ({ ...outcome, how: inWords(how) })),
      null,
      2,
    )}\n`,
  );
  return text;
}

export function asTable(outcomes: readonly Outcome[]): string {
  const header = ['', 'id', 'in', 'how', 'expected', 'outcome'];
  const rows = outcomes.map(({ escaped, id, situation, how, expected, outcome }) => [
    escaped ? 'ESCAPED' : 'ok',
    id,
    situation,
    inWords(how),
    expected,
    outcome,
  ]);
  const cells = [header, ...rows].map((row, at) =>
    row.map((cell) => (at > 0 && cell === '' ? '(nothing)' : shortened(cell))),
  );
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', summary(outcomes)].join('\n');
}

export function summary(outcomes: readonly Outcome[]): string {
  const ways = new Set(outcomes.map(({ id }) => id)).size;
  const escapes = outcomes.filter(({ escaped }) => escaped).length;
  return `${outcomes.length} tried (${ways} ways), ${escapes} escapes`;
}

function shortened(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
