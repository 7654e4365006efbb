/** Reads what an X server without a monitor shows, from the file that its switch `-fbdir` makes it keep. */
import { readFileSync } from 'node:fs';

/** XWDFileHeader of X11/XWDFile.h: numbers of four bytes, the highest first; these are their places. */
const PLACES = { headerBytes: 0, width: 16, height: 20, bytesPerLine: 48, colours: 76 };
const BYTES_PER_COLOUR = 12;
const BYTES_PER_PIXEL = 4;

export interface ScreenPicture {
  /** How much of the picture has this colour, from 0 to 1. `colour` is written `#rrggbb`. */
  shareOf(colour: string): number;
}

export function readScreen(file: string): ScreenPicture {
  const bytes = readFileSync(file);
  const number = (place: number) => bytes.readUInt32BE(place);
  const width = number(PLACES.width);
  const height = number(PLACES.height);
  const start = number(PLACES.headerBytes) + number(PLACES.colours) * BYTES_PER_COLOUR;

  return {
    shareOf(colour) {
      const wanted = Number.parseInt(colour.slice(1), 16);
      let found = 0;
      for (let y = 0; y < height; y++) {
        const line = start + y * number(PLACES.bytesPerLine);
        for (let x = 0; x < width; x++) {
          // Blue, green, red, nothing.
          if (bytes.readUIntLE(line + x * BYTES_PER_PIXEL, 3) === wanted) found++;
        }
      }
      return found / (width * height);
    },
  };
}
