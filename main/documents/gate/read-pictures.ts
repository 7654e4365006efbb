/** Decoders of pictures. Each answers pixels and nothing else of the file, or why it is refused. */
import type { Result } from '../../../preload/contract.ts';
import { readCodec } from './codec-files.ts';
import { DOCUMENT_LIMITS } from './limits.ts';
import type { Pixels } from './page-picture.ts';
import { jpegHead, type PictureSize, pngSize } from './picture-size.ts';

const DAMAGED = { ok: false, error: { code: 'DOCUMENT_DAMAGED' } } as const;
const TOO_LARGE = { ok: false, error: { code: 'DOCUMENT_PICTURE_TOO_LARGE' } } as const;

export async function readJpeg(file: Uint8Array): Promise<Result<Pixels>> {
  const head = jpegHead(file);
  const obstacle = obstacleIn(head);
  if (obstacle) return obstacle;
  if (!head?.isWhole) return DAMAGED;
  const { default: decode, init } = await import('@jsquash/jpeg/decode.js');
  await init(new WebAssembly.Module(await readCodec('jpeg-decoder')));
  // The way it was held when it was taken is all that is asked of what the camera wrote beside the picture.
  return decoded(() => decode(new Uint8Array(file).buffer, { preserveOrientation: true }));
}

export async function readPng(file: Uint8Array): Promise<Result<Pixels>> {
  const obstacle = obstacleIn(pngSize(file));
  if (obstacle) return obstacle;
  const { default: decode, init } = await import('@jsquash/png/decode.js');
  await init(new WebAssembly.Module(await readCodec('png-decoder')));
  return decoded(() => decode(new Uint8Array(file).buffer));
}

export async function readHeic(file: Uint8Array): Promise<Result<Pixels>> {
  const { default: open } = await import('libheif-js/libheif-wasm/libheif-bundle.mjs');
  const { HeifDecoder } = open();
  // Of a series of pictures, the first is the one that people see.
  const [image] = new HeifDecoder().decode(file);
  if (!image) return DAMAGED;
  const size = { width: image.get_width(), height: image.get_height() };
  const obstacle = obstacleIn(size);
  if (obstacle) return obstacle;
  return decoded(async () => {
    const data = new Uint8ClampedArray(size.width * size.height * 4);
    const shown = await new Promise((resolve) => image.display({ ...size, data }, resolve));
    if (!shown) throw new Error('not decoded');
    return { ...size, data };
  });
}

export function obstacleIn(size: PictureSize | null): typeof DAMAGED | typeof TOO_LARGE | null {
  if (!size || size.width < 1 || size.height < 1) return DAMAGED;
  const isTooLarge =
    size.width * size.height > DOCUMENT_LIMITS.pixels ||
    Math.max(size.width, size.height) > DOCUMENT_LIMITS.pixelsASide;
  return isTooLarge ? TOO_LARGE : null;
}

/** Whatever a decoder throws, it throws at the file: its own faults are the sandbox's to hold. */
async function decoded(decode: () => Promise<Pixels>): Promise<Result<Pixels>> {
  try {
    const pixels = await decode();
    const isWhole = pixels.data.length === pixels.width * pixels.height * 4;
    return isWhole ? { ok: true, value: pixels } : DAMAGED;
  } catch {
    return DAMAGED;
  }
}
