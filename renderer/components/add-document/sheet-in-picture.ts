/** A4, lying in front of the camera as it is read. */
const SHEET_WIDTH_TO_HEIGHT = 210 / 297;

export interface Cut {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The largest upright sheet in the middle of a picture, in the picture's own pixels. */
export function sheetIn(picture: { width: number; height: number }): Cut {
  const isWide = picture.width / picture.height > SHEET_WIDTH_TO_HEIGHT;
  const width = isWide ? Math.round(picture.height * SHEET_WIDTH_TO_HEIGHT) : picture.width;
  const height = isWide ? picture.height : Math.round(picture.width / SHEET_WIDTH_TO_HEIGHT);
  return {
    left: Math.round((picture.width - width) / 2),
    top: Math.round((picture.height - height) / 2),
    width,
    height,
  };
}
