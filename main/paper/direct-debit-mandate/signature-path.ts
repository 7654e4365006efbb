import type { Path, PathStep, Point } from '../layout/path.ts';

/** The sheet on which people sign, whatever the size of the screen. */
const SHEET = { width: 1000, height: 400 };
/** As the central API takes it. */
const MAX_LENGTH = 100_000;
const NOTHING_ELSE = /^[MLC\d., ]+$/;
const COORDINATE = /^\d{1,4}(\.\d{1,3})?$/;
const POINTS_AFTER = { M: 1, L: 1, C: 3 } as const;

/**
 * Reads the path data of an SVG of 1000 by 400: `M120 80L131.5 84`, absolute, with `M`, `L` and `C` only. Null for
 * anything else, and for strokes that leave the sheet: what goes onto a paper is made from numbers, never from text.
 */
export function readSignaturePath(text: string): Path | null {
  if (text.length > MAX_LENGTH || !NOTHING_ELSE.test(text) || !text.startsWith('M')) return null;
  const steps = text.split(/(?=[MLC])/).map(readStep);
  const path = steps.filter((step) => step !== null);
  return path.length === steps.length && path.some((step) => step.kind !== 'move') ? path : null;
}

function readStep(text: string): PathStep | null {
  const letter = text[0] as keyof typeof POINTS_AFTER;
  const coordinates = text.slice(1).trim().split(/[ ,]+/);
  if (coordinates.length !== 2 * POINTS_AFTER[letter] || !coordinates.every(isCoordinate)) return null;
  const points = Array.from({ length: POINTS_AFTER[letter] }, (_, index) => ({
    x: Number(coordinates[2 * index]),
    y: Number(coordinates[2 * index + 1]),
  }));
  if (!points.every(isOnTheSheet)) return null;
  const [first, second, third] = points;
  if (!first) return null;
  if (letter !== 'C') return { kind: letter === 'M' ? 'move' : 'line', to: first };
  return second && third ? { kind: 'curve', controls: [first, second], to: third } : null;
}

function isCoordinate(text: string): boolean {
  return COORDINATE.test(text);
}

function isOnTheSheet({ x, y }: Point): boolean {
  return x <= SHEET.width && y <= SHEET.height;
}
