/** Where the decoders' machine code for WebAssembly lies. It is never fetched from anywhere. */
import { readFile } from 'node:fs/promises';

const FILES = {
  'jpeg-decoder': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  'jpeg-encoder': '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  'png-decoder': '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  'pdf-reader': '@hyzyla/pdfium/pdfium.wasm',
} as const;

export type CodecName = keyof typeof FILES;

export async function readCodec(name: CodecName): Promise<ArrayBuffer> {
  const bytes = await readFile(await pathOf(name));
  return new Uint8Array(bytes).buffer;
}

/** Beside the bundle once there is one, in their packages when run from source. */
async function pathOf(name: CodecName): Promise<string | URL> {
  if (!import.meta.url.endsWith('.ts')) {
    return (await import('./bundled-codec-files.ts')).bundledCodecFiles[name];
  }
  return new URL(import.meta.resolve(FILES[name]));
}
