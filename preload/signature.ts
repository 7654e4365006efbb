/**
 * What a signature is: strokes on a sheet of 1000 by 400, as the path data of an SVG, with whole numbers and nothing
 * but `M` and `L`. What is drawn on the screen, sent and printed is the same path.
 */
export const SIGNATURE_SHEET = { width: 1_000, height: 400 } as const;

/** A long, elaborate signature has less than a third of it. */
export const SIGNATURE_MAX_LENGTH = 20_000;

/** `M120 80L131 84L150 90M300 120L310 122`. Each number can be read in one way only, so that no text takes long. */
export const SIGNATURE_PATH =
  /^(M(1000|\d{1,3}) (400|[1-3]\d\d|\d{1,2})(L(1000|\d{1,3}) (400|[1-3]\d\d|\d{1,2}))+)+$/;

/** A tap or a tick is no signature: together, its strokes are as long as a sixth of the sheet is wide. */
const LEAST_INK = 160;

/** `path`: one that is written as above. */
export function isSigned(path: string): boolean {
  return inkOf(path) >= LEAST_INK;
}

function inkOf(path: string): number {
  return path
    .split('M')
    .slice(1)
    .map((stroke) => stroke.split('L').map(pointOf))
    .flatMap((points) => points.slice(1).map((point, index) => distance(point, points[index] ?? point)))
    .reduce((sum, length) => sum + length, 0);
}

function pointOf(text: string): { x: number; y: number } {
  const [x = 0, y = 0] = text.split(' ').map(Number);
  return { x, y };
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
