/**
 * A sheet that a camera sees at a slant, drawn as if it had been seen from above: each point of the straight sheet is
 * looked up in the picture. What is known is where the sheet's four corners are.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Clockwise as it is read: upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point];

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Pixels extends Size {
  /** Red, green, blue, opacity: four bytes a pixel, row by row. */
  readonly data: Uint8ClampedArray;
}

/** Of the sheet's long side to its short one. */
const A4 = 297 / 210;
/** A slant makes a sheet look this much shorter or narrower at most before it is taken for another kind of paper. */
const SLANT = 1.2;
/** Pixels. Main makes a page of it that is smaller still. */
const LONGEST_SIDE = 2_200;

/** How large the straight sheet is: as long as its longer edges, and of A4 where it nearly is. */
export function straightSize([upperLeft, upperRight, lowerRight, lowerLeft]: Quad): Size {
  const width = Math.max(distance(upperLeft, upperRight), distance(lowerLeft, lowerRight));
  const height = Math.max(distance(upperLeft, lowerLeft), distance(upperRight, lowerRight));
  const long = Math.max(width, height);
  const short = Math.max(1, Math.min(width, height));
  const isNearlyA4 = long / short / A4 < SLANT && long / short / A4 > 1 / SLANT;
  const scale = Math.min(1, LONGEST_SIDE / long);
  const longSide = Math.max(1, Math.round(long * scale));
  const shortSide = Math.max(1, Math.round((isNearlyA4 ? long / A4 : short) * scale));
  return width > height ? { width: longSide, height: shortSide } : { width: shortSide, height: longSide };
}

/**
 * Where a point of the straight sheet is in the picture. Across and down the sheet from 0 to 1. After P. Heckbert,
 * "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3.
 */
export function inPicture([p0, p1, p2, p3]: Quad): (across: number, down: number) => Point {
  const sum = { x: p0.x - p1.x + p2.x - p3.x, y: p0.y - p1.y + p2.y - p3.y };
  const one = { x: p1.x - p2.x, y: p1.y - p2.y };
  const two = { x: p3.x - p2.x, y: p3.y - p2.y };
  const divisor = one.x * two.y - two.x * one.y;
  const g = (sum.x * two.y - two.x * sum.y) / divisor;
  const h = (one.x * sum.y - sum.x * one.y) / divisor;
  const a = { x: p1.x - p0.x + g * p1.x, y: p1.y - p0.y + g * p1.y };
  const b = { x: p3.x - p0.x + h * p3.x, y: p3.y - p0.y + h * p3.y };
  return (across, down) => {
    const depth = g * across + h * down + 1;
    return {
      x: (a.x * across + b.x * down + p0.x) / depth,
      y: (a.y * across + b.y * down + p0.y) / depth,
    };
  };
}

/** Between four pixels, their mixture. */
export function straighten(
  picture: Pixels,
  quad: Quad,
  { width, height }: Size,
): Uint8ClampedArray<ArrayBuffer> {
  const { data } = picture;
  const look = inPicture(quad);
  const straight = new Uint8ClampedArray(width * height * 4);
  const lastColumn = picture.width - 1;
  const lastRow = picture.height - 1;
  let at = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 4) {
      // The middle of a pixel is half a pixel from its edge, here and in the picture.
      const point = look((column + 0.5) / width, (row + 0.5) / height);
      const x = clamp(point.x - 0.5, lastColumn);
      const y = clamp(point.y - 0.5, lastRow);
      const left = Math.floor(x);
      const top = Math.floor(y);
      const rightShare = x - left;
      const bottomShare = y - top;
      const upper = (top * picture.width + left) * 4;
      const lower = top < lastRow ? upper + picture.width * 4 : upper;
      const aside = left < lastColumn ? 4 : 0;
      for (let colour = 0; colour < 3; colour++) {
        const above = mixed(data[upper + colour], data[upper + aside + colour], rightShare);
        const below = mixed(data[lower + colour], data[lower + aside + colour], rightShare);
        straight[at + colour] = above + (below - above) * bottomShare;
      }
      straight[at + 3] = 255;
    }
  }
  return straight;
}

/** Whether four corners go round a sheet: none of them dents it, and no two of its edges cross. */
export function isSheet(quad: Quad): boolean {
  return quad.every((corner, index) => {
    const next = quad[(index + 1) % 4] ?? corner;
    const afterNext = quad[(index + 2) % 4] ?? corner;
    const turn = (next.x - corner.x) * (afterNext.y - next.y) - (next.y - corner.y) * (afterNext.x - next.x);
    return turn > 0;
  });
}

/** Where the corners are once the picture is turned to the right by a quarter. */
export function turned(quad: Quad, { height }: Size): Quad {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = quad.map(({ x, y }) => ({
    x: height - y,
    y: x,
  })) as [Point, Point, Point, Point];
  return [lowerLeft, upperLeft, upperRight, lowerRight];
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

function mixed(one = 0, other = 0, share: number): number {
  return one + (other - one) * share;
}
