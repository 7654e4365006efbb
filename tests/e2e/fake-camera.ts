/** A camera before which a code is held: a film of one picture, that Chromium plays as if it came from a camera. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BarcodeFormat, QRCodeWriter } from '@zxing/library';

const WIDTH = 640;
const HEIGHT = 480;
const POINTS_PER_MODULE = 8;
const PAPER = 235;
const INK = 16;
const NO_COLOUR = 128;

export interface FakeCamera {
  /** For the kiosk's command line. */
  readonly switches: readonly string[];
  remove(): void;
}

export function fakeCamera(code: string): FakeCamera {
  const folder = mkdtempSync(join(tmpdir(), 'camera-'));
  const film = join(folder, 'notice.y4m');
  const frame = Buffer.concat([Buffer.from('FRAME\n'), pictureOf(code)]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(film, Buffer.concat([header, frame, frame]));
  return {
    switches: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** YUV, 4:2:0. */
function pictureOf(text: string): Buffer {
  const code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, new Map());
  const side = code.getWidth();
  const brightness = Buffer.alloc(WIDTH * HEIGHT, PAPER);
  for (let point = 0; point < brightness.length; point++) {
    const column = Math.floor(((point % WIDTH) - WIDTH / 2) / POINTS_PER_MODULE + side / 2);
    const row = Math.floor((Math.floor(point / WIDTH) - HEIGHT / 2) / POINTS_PER_MODULE + side / 2);
    const isInside = column >= 0 && row >= 0 && column < side && row < side;
    if (isInside && code.get(column, row)) brightness[point] = INK;
  }
  return Buffer.concat([brightness, Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR)]);
}
