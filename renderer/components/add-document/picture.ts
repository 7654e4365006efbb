/** A picture that the camera made, in this canvas and nowhere else. Whoever has it lets it go with `forget`. */
import { type Quad, straighten, straightSize } from './perspective.ts';
import { viewOf } from './sheet-in-picture.ts';

/** Main draws it anew anyway. */
const JPEG_QUALITY = 0.92;

export function pictureFrom(video: HTMLVideoElement): OffscreenCanvas {
  const { left, top, width, height } = viewOf({ width: video.videoWidth, height: video.videoHeight });
  const canvas = new OffscreenCanvas(width, height);
  contextOf(canvas).drawImage(video, left, top, width, height, 0, 0, width, height);
  return canvas;
}

/** Another one, turned to the right by a quarter. */
export function turnedPicture(picture: OffscreenCanvas): OffscreenCanvas {
  const canvas = new OffscreenCanvas(picture.height, picture.width);
  const context = contextOf(canvas);
  context.translate(canvas.width, 0);
  context.rotate(Math.PI / 2);
  context.drawImage(picture, 0, 0);
  return canvas;
}

/** The sheet between those corners, as a JPEG. */
export async function sheetAsJpeg(picture: OffscreenCanvas, corners: Quad): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = straightSize(corners);
  const pixels = contextOf(picture).getImageData(0, 0, picture.width, picture.height);
  const canvas = new OffscreenCanvas(width, height);
  contextOf(canvas).putImageData(new ImageData(straighten(pixels, corners, { width, height }), width), 0, 0);
  try {
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
    return new Uint8Array(await jpeg.arrayBuffer());
  } finally {
    forget(canvas);
  }
}

/** What is in it is gone with its size. */
export function forget(picture: OffscreenCanvas): void {
  picture.width = 0;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new TypeError('a canvas has no place for a picture');
  return context;
}
