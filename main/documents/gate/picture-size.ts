/** How large a picture says it is, read from its head: a bomb is known before it is unpacked. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Null when the head is not a PNG's. */
export function pngSize(file: Uint8Array): PictureSize | null {
  const view = viewOf(file);
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49_48_44_52) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

export interface JpegHead extends PictureSize {
  /** 1 grey, 3 colours, 4 the inks of a printer. */
  readonly components: number;
  /** Whether its pixels come to an end: sent half, it has none. */
  readonly isWhole: boolean;
}

/** Null when no frame is found in it. Follows the markers of ITU T.81, annex B. */
export function jpegHead(file: Uint8Array): JpegHead | null {
  const view = viewOf(file);
  let frame: Omit<JpegHead, 'isWhole'> | null = null;
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
    } else if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      frame = { width, height, components: view.getUint8(at + 9) };
      at += 2 + view.getUint16(at + 2);
    } else if (marker === START_OF_SCAN) {
      return frame && { ...frame, isWhole: hasEnd(file, at) };
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = [0xff, 0xd9] as const;

/** Pixels never look like it: a byte of 255 among them is followed by a zero. A small picture in the head may. */
function hasEnd(file: Uint8Array, from: number): boolean {
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength).includes(Buffer.from(END_OF_IMAGE), from);
}

/** SOF0 to SOF15, without the tables that stand among their numbers: DHT, JPG, DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function viewOf(file: Uint8Array): DataView {
  return new DataView(file.buffer, file.byteOffset, file.byteLength);
}
