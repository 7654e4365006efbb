/** From a file that somebody brought to pictures of its pages, drawn anew. Nothing of the file itself goes on. */
import type { Result } from '../../../preload/contract.ts';
import { readCodec } from './codec-files.ts';
import type { RebuiltPage } from './gate-order.ts';
import { PAGE_JPEG, PAGE_LONG_SIDE_PIXELS } from './limits.ts';
import { asPage, type Pixels } from './page-picture.ts';
import { jpegHead } from './picture-size.ts';
import { readPdf } from './read-pdf.ts';
import { obstacleIn, readHeic, readJpeg, readPng } from './read-pictures.ts';
import { recognise } from './recognise.ts';

/** Cyan, magenta, yellow and black. */
const INKS = 4;

type DrawPage = (pixels: Pixels) => Promise<RebuiltPage>;

const READERS = { jpeg: readJpeg, png: readPng, heic: readHeic };

export async function rebuild(file: Uint8Array): Promise<Result<RebuiltPage[]>> {
  const kind = recognise(file);
  if (kind === null) return { ok: false, error: { code: 'DOCUMENT_KIND_UNKNOWN' } };

  const draw = await openPageDrawer();
  if (kind === 'pdf') return pagesOf(file, draw);
  const inks = kind === 'jpeg' ? await inkPictureAsPdf(file) : null;
  if (inks) return pagesOf(inks, draw);
  const picture = await READERS[kind](file);
  return picture.ok ? { ok: true, value: [await draw(picture.value)] } : picture;
}

async function pagesOf(pdf: Uint8Array, draw: DrawPage): Promise<Result<RebuiltPage[]>> {
  const pages: RebuiltPage[] = [];
  const read = await readPdf(pdf, async (pixels) => void pages.push(await draw(pixels)));
  return read.ok ? { ok: true, value: pages } : read;
}

/** What prepress made of the inks of a printer: the reader of PDFs knows their colours, the one of JPEGs does not. */
async function inkPictureAsPdf(file: Uint8Array): Promise<Uint8Array | null> {
  const head = jpegHead(file);
  if (head?.components !== INKS || !head.isWhole || obstacleIn(head)) return null;
  const { bind } = await import('./bind.ts');
  return bind([{ jpeg: new Uint8Array(file), width: head.width, height: head.height }]);
}

async function openPageDrawer(): Promise<DrawPage> {
  const { default: encode, init } = await import('@jsquash/jpeg/encode.js');
  await init(new WebAssembly.Module(await readCodec('jpeg-encoder')));
  return async (pixels) => {
    const { width, height, data } = asPage(pixels, PAGE_LONG_SIDE_PIXELS);
    const jpeg = await encode({ width, height, data }, PAGE_JPEG);
    return { width, height, jpeg: new Uint8Array(jpeg) };
  };
}
