/// <reference types="electron-vite/node" />
// Only the bundler understands these: it copies each file beside the bundle and answers its path.
import pdf from '@hyzyla/pdfium/pdfium.wasm?asset';
import png from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm?asset';

export const bundledCodecFiles = { pdf, png } as const;
