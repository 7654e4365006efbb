import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { GreyPage } from './read-pdf.ts';

/** A picture in sixteen greys: enough to see what moved, and small enough to be kept with the source. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  /** One for each dot, row by row, from 0 (black) to 15 (white). */
  readonly levels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEADER_LENGTH = 13;
/** Four bits for a dot, grey, packed by deflate, unfiltered, not interlaced (PNG, 11.2.1). */
const FORMAT = Buffer.from([4, 0, 0, 0, 0]);
const NO_FILTER = 0;

export function smallPictureOf({ width, height, greys }: GreyPage): SmallPicture {
  return { width, height, levels: greys.map((grey) => Math.round((grey * 15) / 255)) };
}

export function writePng({ width, height, levels }: SmallPicture): Buffer {
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  FORMAT.copy(header, 8);
  const rowLength = rowLengthOf(width);
  const rows = Buffer.alloc(rowLength * height, NO_FILTER);
  levels.forEach((level, dot) => {
    const column = dot % width;
    const at = Math.floor(dot / width) * rowLength + 1 + (column >> 1);
    rows[at] = (rows[at] ?? 0) | (column % 2 === 0 ? level << 4 : level);
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Only what `writePng` wrote. */
export function readPng(png: Uint8Array): SmallPicture {
  const file = Buffer.from(png);
  const header = file.subarray(16, 16 + HEADER_LENGTH);
  const isOurs = file.subarray(0, 8).equals(SIGNATURE) && header.subarray(8).equals(FORMAT);
  const dataAt = 8 + 12 + HEADER_LENGTH;
  if (!isOurs || file.toString('latin1', dataAt + 4, dataAt + 8) !== 'IDAT') {
    throw new Error('not a picture that these tests wrote');
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(file.subarray(dataAt + 8, dataAt + 8 + file.readUInt32BE(dataAt)));
  const rowLength = rowLengthOf(width);
  const levels = new Uint8Array(width * height).map((_, dot) => {
    const column = dot % width;
    const two = rows[Math.floor(dot / width) * rowLength + 1 + (column >> 1)] ?? 0;
    return column % 2 === 0 ? two >> 4 : two & 15;
  });
  return { width, height, levels };
}

/** Two dots in a byte, and before them the byte that names the row's filter. */
function rowLengthOf(width: number): number {
  return 1 + Math.ceil(width / 2);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
