import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';

export interface PageOrder {
  readonly pdf: Uint8Array;
  readonly dotsPerInch: number;
}

export interface PagePicture {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly isLast: boolean;
}

const POINTS_PER_INCH = 72;

/** Only ever started as a thread, see start-page-worker.ts. */
await draw(workerData as PageOrder);

async function draw({ pdf, dotsPerInch }: PageOrder): Promise<void> {
  const [{ PDFiumLibrary }, { default: encode, init }, files] = await Promise.all([
    import('@hyzyla/pdfium'),
    import('@jsquash/png/encode.js'),
    codecFiles(),
  ]);
  await init(new WebAssembly.Module(await bytesOf(files.png)));
  const library = await PDFiumLibrary.init({ wasmBinary: await bytesOf(files.pdf) });
  const document = await library.loadDocument(pdf);
  const pageCount = document.getPageCount();
  for (let index = 0; index < pageCount; index++) {
    const scale = dotsPerInch / POINTS_PER_INCH;
    const { data, width, height } = await document.getPage(index).render({ render: 'bitmap', scale });
    const png = await encode({ data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' });
    const picture: PagePicture = { png: new Uint8Array(png), isLast: index === pageCount - 1 };
    parentPort?.postMessage(picture, [picture.png.buffer]);
  }
}

/** Beside the bundle once there is one, in their packages when run from source. */
async function codecFiles(): Promise<{ pdf: string | URL; png: string | URL }> {
  if (!import.meta.url.endsWith('.ts')) return (await import('./bundled-codec-files.ts')).bundledCodecFiles;
  return {
    pdf: new URL(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')),
    png: new URL(import.meta.resolve('@jsquash/png/codec/pkg/squoosh_png_bg.wasm')),
  };
}

async function bytesOf(file: string | URL): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(file)).buffer;
}
