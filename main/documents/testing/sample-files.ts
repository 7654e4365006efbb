/** Files as people bring them, and as attackers do. */
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js';
import { PDFDocument, PDFName, PDFString, rgb } from 'pdf-lib';
import { readCodec } from '../gate/codec-files.ts';

export function photoHeic(): Uint8Array {
  return readFileSync(new URL('./photo.heic', import.meta.url));
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

/** With a comment and an Exif block that say where it was taken. */
export async function photoJpegWithPlace(place: string): Promise<Uint8Array> {
  const photo = await photoJpeg();
  const text = Buffer.from(place, 'latin1');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  return Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2)]);
}

/** A PNG of any size it cares to claim; the pixels of one row stand in it. */
export function png(width: number, height: number, rows = height): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + width * 4, 128);
  row[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: rows }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
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

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}
