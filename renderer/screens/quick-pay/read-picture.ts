/** Finds a QR code in a picture. Fetched only when somebody turns to the camera. */
import { BinaryBitmap, Exception, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';

export interface Picture {
  /** Red, green, blue and opacity of each point, row by row. */
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const reader = new QRCodeReader();

/** What the code says; null when there is none to be read. */
export function readPicture(picture: Picture): string | null {
  const source = new RGBLuminanceSource(brightness(picture), picture.width, picture.height);
  try {
    return reader.decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  } catch (error) {
    // Its way to say that there is nothing, or nothing whole.
    if (error instanceof Exception) return null;
    throw error;
  }
}

/** As an eye sees it (ITU-R BT.601), in thousandths. */
function brightness({ data, width, height }: Picture): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(width * height);
  for (let point = 0, at = 0; point < grey.length; point++, at += 4) {
    const red = data[at] ?? 0;
    const green = data[at + 1] ?? 0;
    const blue = data[at + 2] ?? 0;
    grey[point] = (299 * red + 587 * green + 114 * blue) / 1_000;
  }
  return grey;
}
