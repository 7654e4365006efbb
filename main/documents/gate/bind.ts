/** One PDF of rebuilt pages, each in the middle of a sheet of A4. */
import { PDFDocument } from 'pdf-lib';
import type { RebuiltPage } from './gate-order.ts';

/** Points. */
const A4 = { shortSide: 595.28, longSide: 841.89 } as const;

export async function bind(pages: readonly RebuiltPage[]): Promise<Uint8Array> {
  // No dates, no program's name: nothing is said but the pages.
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const { jpeg, width, height } of pages) {
    const isWide = width > height;
    const sheetWidth = isWide ? A4.longSide : A4.shortSide;
    const sheetHeight = isWide ? A4.shortSide : A4.longSide;
    const scale = Math.min(sheetWidth / width, sheetHeight / height);
    const sheet = document.addPage([sheetWidth, sheetHeight]);
    sheet.drawImage(await document.embedJpg(jpeg), {
      x: (sheetWidth - width * scale) / 2,
      y: (sheetHeight - height * scale) / 2,
      width: width * scale,
      height: height * scale,
    });
  }
  return document.save();
}
