/** From a file that somebody brought to pictures of its pages, drawn anew. Nothing of the file itself goes on. */
import type { Result } from '../../../preload/contract.ts';
import { readCodec } from './codec-files.ts';
import type { RebuiltPage } from './gate-order.ts';
import { PAGE_JPEG, PAGE_LONG_SIDE_PIXELS } from './limits.ts';
import { asPage, type Pixels } from './page-picture.ts';
import { readPdf } from './read-pdf.ts';
import { readHeic, readJpeg, readPng } from './read-pictures.ts';
import { recognise } from './recognise.ts';

const READERS = { jpeg: readJpeg, png: readPng, heic: readHeic };

export async function rebuild(file: Uint8Array): Promise<Result<RebuiltPage[]>> {
  const kind = recognise(file);
  if (kind === null) return { ok: false, error: { code: 'DOCUMENT_KIND_UNKNOWN' } };

  const draw = await openPageDrawer();
  const pages: RebuiltPage[] = [];
  if (kind === 'pdf') {
    const read = await readPdf(file, async (pixels) => void pages.push(await draw(pixels)));
    return read.ok ? { ok: true, value: pages } : read;
  }
  const picture = await READERS[kind](file);
  if (!picture.ok) return picture;
  pages.push(await draw(picture.value));
  return { ok: true, value: pages };
}

async function openPageDrawer(): Promise<(pixels: Pixels) => Promise<RebuiltPage>> {
  const { default: encode, init } = await import('@jsquash/jpeg/encode.js');
  await init(new WebAssembly.Module(await readCodec('jpeg-encoder')));
  return async (pixels) => {
    const { width, height, data } = asPage(pixels, PAGE_LONG_SIDE_PIXELS);
    const jpeg = await encode({ width, height, data }, PAGE_JPEG);
    return { width, height, jpeg: new Uint8Array(jpeg) };
  };
}
