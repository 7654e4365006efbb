/** Draws the pages of a PDF. Fetched only when somebody is about to print something long. */
import { getDocument, PDFWorker } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?worker&url';

export interface Pages {
  /** From 1. Leaves the canvas as it was when the page is not wanted any more. */
  draw(page: number, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void>;
  /** The thread that reads the document is gone, and all that it knew. */
  close(): void;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Sharp on the kiosk's display, and a page of A4 is then 8 MB of memory: one at a time. */
const WIDTH_PIXELS = 1_200;

/** Rejects when the bytes are no PDF that can be drawn. */
export async function openPages(pdf: Uint8Array): Promise<Pages> {
  const thread = new Worker(ownScript(workerUrl), { type: 'module', name: 'preview' });
  const worker = PDFWorker.create({ port: thread });
  const close = () => {
    worker.destroy();
    thread.terminate();
  };
  const document = await getDocument({
    data: pdf,
    worker,
    // Nothing is fetched: the fonts are in the document, and what a picture needs is in the script.
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  }).promise.catch((error: unknown) => {
    close();
    throw error;
  });

  return {
    async draw(number, canvas, signal) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: WIDTH_PIXELS / page.getViewport({ scale: 1 }).width });
      // Drawn aside, so that two pages in a hurry never stand on top of each other.
      const sheet = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      const context = sheet.getContext('2d');
      if (!context || signal.aborted) return;
      const drawing = page.render({
        canvas: null,
        canvasContext: context as unknown as CanvasRenderingContext2D,
        viewport,
      });
      await drawing.promise;
      page.cleanup();
      if (signal.aborted) return;
      canvas.width = sheet.width;
      canvas.height = sheet.height;
      canvas.getContext('2d')?.drawImage(sheet, 0, 0);
    },
    close,
  };
}

/** The page's policy demands that whoever starts a script says that they mean it. */
function ownScript(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('preview', { createScriptURL: (own) => own });
  return policy ? policy.createScriptURL(url) : url;
}
