/** Files as people bring them, and as attackers do. */
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js';
import { PDFDocument, PDFName, PDFString, rgb } from 'pdf-lib';
import { readCodec } from '../gate/codec-files.ts';

export function photoHeic(): Uint8Array {
  return readFileSync(new URL('./photo.heic', import.meta.url));
}

/** Cyan, magenta, yellow and black, as prepress has it: Adobe's kind, in which more means less. */
export function photoInInks(): Uint8Array {
  return readFileSync(new URL('./photo-in-inks.jpg', import.meta.url));
}

/** Half black, half white. */
export async function photoJpeg(width = 300, height = 200): Promise<Uint8Array> {
  await initJpeg(new WebAssembly.Module(await readCodec('jpeg-encoder')));
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < data.length / 2; at += 4) data.set([0, 0, 0], at);
  return new Uint8Array(
    await encodeJpeg({ width, height, data, colorSpace: 'srgb' as const }, { quality: 90 }),
  );
}

/** Taken with the telephone held upright, and with the place in it: Exif, orientation 6, and its GPS directory. */
export async function photoJpegHeldUpright(place: string): Promise<Uint8Array> {
  const photo = await photoJpeg();
  const text = Buffer.from(`${place}\0`, 'latin1');
  const exif = Buffer.alloc(56 + text.length);
  exif.write('Exif\0\0MM\0*', 'latin1');
  // Offsets count from `MM`, six bytes in. Two entries: orientation, and where the GPS directory stands.
  exif.writeUInt32BE(8, 10);
  exif.writeUInt16BE(2, 14);
  tag(16, 0x01_12, 3, 1).writeUInt16BE(6, 24);
  tag(28, 0x88_25, 4, 1).writeUInt32BE(38, 36);
  exif.writeUInt16BE(1, 44);
  // GPSAreaInformation, in the bytes behind it.
  const gps = Buffer.alloc(18);
  gps.writeUInt16BE(0x00_1c, 0);
  gps.writeUInt16BE(7, 2);
  gps.writeUInt32BE(text.length, 4);
  gps.writeUInt32BE(56, 8);
  const block = Buffer.concat([exif.subarray(0, 46), gps, text]);
  const size = block.length + 2;
  const marker = Buffer.from([0xff, 0xe1, size >> 8, size & 0xff]);
  return Buffer.concat([photo.subarray(0, 2), marker, block, photo.subarray(2)]);

  function tag(at: number, id: number, type: number, count: number): Buffer {
    exif.writeUInt16BE(id, at);
    exif.writeUInt16BE(type, at + 2);
    exif.writeUInt32BE(count, at + 4);
    return exif;
  }
}

/** With a comment that says where it was taken. */
export async function photoJpegWithPlace(place: string): Promise<Uint8Array> {
  const photo = await photoJpeg();
  const text = Buffer.from(place, 'latin1');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  return Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2)]);
}

/** A PNG of any size it cares to claim; the pixels of `rows` rows stand in it. */
export function png(width: number, height: number, rows = height): Uint8Array {
  return pngFile({ width, height, pixels: pixelRows(width * 4, rows) });
}

/** As cameras of laboratories and some scanners write it: two bytes for each of red, green and blue. */
export function pngOf16Bits(width: number, height: number): Uint8Array {
  return pngFile({ width, height, bits: 16, colours: 2, pixels: pixelRows(width * 6, height) });
}

/** Black and white, as scanners write text: a bit a pixel. */
export function pngOf1Bit(width: number, height: number): Uint8Array {
  return pngFile({ width, height, bits: 1, colours: 0, pixels: pixelRows(Math.ceil(width / 8), height) });
}

/** Two pictures, one after the other; the first one is also the one that other readers show. */
export function animatedPng(width: number, height: number): Uint8Array {
  const control = Buffer.alloc(26);
  control.writeUInt32BE(width, 4);
  control.writeUInt32BE(height, 8);
  const second = Buffer.from(control);
  second.writeUInt32BE(1, 0);
  const pixels = deflateSync(pixelRows(width * 4, height));
  return pngFile({
    ...{ width, height },
    extra: [pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])), pngChunk('fcTL', control)],
    after: [pngChunk('fcTL', second), pngChunk('fdAT', Buffer.concat([Buffer.from([0, 0, 0, 2]), pixels]))],
  });
}

export function pngFile({
  width,
  height,
  bits = 8,
  colours = 6,
  pixels = pixelRows(width * 4, height),
  extra = [],
  after = [],
}: {
  width: number;
  height: number;
  bits?: number;
  /** Of the PNG specification: 0 grey, 2 red-green-blue, 6 with opacity. */
  colours?: number;
  pixels?: Buffer;
  extra?: readonly Buffer[];
  after?: readonly Buffer[];
}): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colours, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    ...extra,
    pngChunk('IDAT', deflateSync(pixels)),
    ...after,
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixelRows(bytesARow: number, rows: number): Buffer {
  const row = Buffer.alloc(1 + bytesARow, 128);
  row[0] = 0;
  return Buffer.concat(Array.from({ length: rows }, () => row));
}

export async function pdf(pageCount: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pageCount; page++) {
    document
      .addPage([595, 842])
      .drawRectangle({ x: 100, y: 100, width: 300, height: 300, color: rgb(0, 0, 0) });
  }
  return document.save();
}

/** One that runs a script when it is opened, carries another file, leads to a site, and names its author. */
export async function activePdf(secret: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  document.setAuthor(secret);
  document.addJavaScript('run', `app.alert("${secret}")`);
  await document.attach(Buffer.from(secret), 'tool.exe');
  const link = document.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 200, 200],
    A: { S: 'URI', URI: PDFString.of(`https://evil.example/${secret}`) },
  });
  page.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(link)]));
  const field = document.getForm().createTextField('field');
  field.setText(secret);
  field.addToPage(page, { x: 300, y: 300, width: 200, height: 40 });
  return document.save();
}

export async function encryptedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
  return document.save();
}

export function pngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}
