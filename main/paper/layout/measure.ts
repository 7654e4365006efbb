import { type MeasureBlock, millimetres } from './document.ts';
import type { Mark, Strip } from './strip.ts';

const HAIRLINE = 0.4;
const STRONG_RULE = 0.9;
/** Of the marks of a ruler: each millimetre, each fifth, each tenth. */
const TICKS = [
  { every: 10, length: millimetres(6), thickness: STRONG_RULE },
  { every: 5, length: millimetres(4.2), thickness: HAIRLINE },
  { every: 1, length: millimetres(2.6), thickness: HAIRLINE },
];
const TICKS_HEIGHT = millimetres(6);
const CELL_MILLIMETRES = 10;

/** A ruler, and under it a grid of squares of one centimetre: what is measured on paper is what the printer did. */
export function layOutMeasure({ columns, rows }: MeasureBlock): Strip {
  const side = millimetres(CELL_MILLIMETRES);
  const width = columns * side;
  const height = rows * side;
  return {
    height: TICKS_HEIGHT + height,
    marks: [
      ...ticks(columns * CELL_MILLIMETRES),
      ...lines(columns).map((column) => upright(column * side, TICKS_HEIGHT, height, HAIRLINE)),
      ...lines(rows).map((row) => level(TICKS_HEIGHT + row * side, width)),
    ],
    keepWithNext: false,
  };
}

function ticks(lengthMillimetres: number): Mark[] {
  return lines(lengthMillimetres).map((at) => {
    const { length, thickness } = TICKS.find(({ every }) => at % every === 0) ?? { length: 0, thickness: 0 };
    return upright(millimetres(at), TICKS_HEIGHT - length, length, thickness);
  });
}

/** One more than there are spaces between them. */
function lines(spaces: number): number[] {
  return Array.from({ length: spaces + 1 }, (_, index) => index);
}

/** A rule is a bar around its middle, and this one stands. */
function upright(x: number, y: number, height: number, thickness: number): Mark {
  return { kind: 'rule', x: x - thickness / 2, y: y + height / 2, width: thickness, thickness: height };
}

function level(y: number, width: number): Mark {
  return { kind: 'rule', x: 0, y, width, thickness: HAIRLINE };
}
