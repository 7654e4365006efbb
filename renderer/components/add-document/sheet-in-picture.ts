import type { Quad } from './perspective.ts';

/** A4, lying in front of the camera as it is read. */
const SHEET_WIDTH_TO_HEIGHT = 210 / 297;
/** Seen beside the sheet, and above and below it where the picture has it: it may lie askew. */
const MARGIN = 0.25;

export interface Cut {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest upright sheet in the middle of a picture, in the picture's own pixels. */
export function sheetIn(picture: Size): Cut {
  const isWide = picture.width / picture.height > SHEET_WIDTH_TO_HEIGHT;
  const width = isWide ? Math.round(picture.height * SHEET_WIDTH_TO_HEIGHT) : picture.width;
  const height = isWide ? picture.height : Math.round(picture.width / SHEET_WIDTH_TO_HEIGHT);
  return inMiddle(picture, { width, height });
}

/** What of a picture is shown: the sheet, and what is around it. */
export function viewOf(picture: Size): Cut {
  const sheet = sheetIn(picture);
  return inMiddle(picture, {
    width: Math.min(picture.width, Math.round(sheet.width * (1 + 2 * MARGIN))),
    height: Math.min(picture.height, Math.round(sheet.height * (1 + 2 * MARGIN))),
  });
}

/** Where the corners of a sheet in such a view are to begin with: a little inside, so that they can be taken hold of. */
export function cornersIn(view: Size): Quad {
  const { left, top, width, height } = sheetIn(view);
  const inset = Math.round(Math.min(width, height) * 0.04);
  const [x0, x1] = [left + inset, left + width - inset];
  const [y0, y1] = [top + inset, top + height - inset];
  return [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ];
}

function inMiddle(picture: Size, { width, height }: Size): Cut {
  return {
    left: Math.round((picture.width - width) / 2),
    top: Math.round((picture.height - height) / 2),
    width,
    height,
  };
}
