/// <reference types="electron-vite/node" />
// Only the bundler understands these: it copies each file beside the bundle and answers its path.
import pdfReader from '@hyzyla/pdfium/pdfium.wasm?asset';
import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm?asset';
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm?asset';
import pngDecoder from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm?asset';
import type { CodecName } from './codec-files.ts';

export const bundledCodecFiles: Readonly<Record<CodecName, string>> = {
  'jpeg-decoder': jpegDecoder,
  'jpeg-encoder': jpegEncoder,
  'png-decoder': pngDecoder,
  'pdf-reader': pdfReader,
};
