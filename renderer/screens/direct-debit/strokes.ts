/** A signature as it is drawn, and as the path that is shown, sent and printed. */
import { SIGNATURE_MAX_LENGTH, SIGNATURE_SHEET } from '../../../preload/signature.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From where the finger went down to where it left. In units of the sheet. */
export type Stroke = readonly Point[];

/** On the screen, in CSS pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A tenth of a millimetre on paper: nobody sees what is left out. */
const FIRST_TOLERANCE = 1;

/** Where on the sheet a finger is. What strays over the edge stays on it. */
export function onSheet({ clientX, clientY }: { clientX: number; clientY: number }, box: Box): Point {
  const { width, height } = SIGNATURE_SHEET;
  return {
    x: clamped(((clientX - box.left) / box.width) * width, width),
    y: clamped(((clientY - box.top) / box.height) * height, height),
  };
}

/** Path data as preload/signature.ts has it; empty without strokes. As coarse as it has to be to be short enough. */
export function pathOf(strokes: readonly Stroke[]): string {
  for (let tolerance = FIRST_TOLERANCE; ; tolerance *= 2) {
    const path = strokes
      .filter((stroke) => stroke.length > 0)
      .map((stroke) => pathOfStroke(simplified(stroke, tolerance)))
      .join('');
    if (path.length <= SIGNATURE_MAX_LENGTH) return path;
    // Nobody means thousands of dots; what is left of them says as much.
    if (tolerance > SIGNATURE_SHEET.width) return path.slice(0, path.lastIndexOf('M', SIGNATURE_MAX_LENGTH));
  }
}

function pathOfStroke(stroke: Stroke): string {
  const [first, ...others] = stroke;
  if (!first) return '';
  // A dot is a line that goes nowhere: its round ends make it seen.
  const lines = others.length > 0 ? others : [first];
  return `M${textOf(first)}${lines.map((point) => `L${textOf(point)}`).join('')}`;
}

function textOf({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}

/** Ramer, Douglas and Peucker: only points that stand out from the line between their neighbours are kept. */
function simplified(stroke: Stroke, tolerance: number): Stroke {
  const first = stroke[0];
  const last = stroke.at(-1);
  if (!first || !last || stroke.length < 3) return stroke;
  let farthest = 0;
  let distance = 0;
  for (const [index, point] of stroke.entries()) {
    const away = distanceToLine(point, first, last);
    if (away > distance) [farthest, distance] = [index, away];
  }
  if (distance <= tolerance) return [first, last];
  const before = simplified(stroke.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplified(stroke.slice(farthest), tolerance)];
}

function distanceToLine({ x, y }: Point, from: Point, to: Point): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return Math.hypot(x - from.x, y - from.y);
  const share = ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length ** 2;
  const nearest = Math.min(1, Math.max(0, share));
  return Math.hypot(x - from.x - nearest * (to.x - from.x), y - from.y - nearest * (to.y - from.y));
}

function clamped(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
