import { createCipheriv, createHash } from 'node:crypto';
import { type TestCard, track1Of, track2Of } from '../test-cards.ts';

/**
 * The input report of an encrypting reader in HID mode, as MagTek documents it for MagneSafe V5 (no report number;
 * offsets from 0).
 */
const OFFSETS = {
  /** A byte a track: 0 read, 1 not read. */
  decodeStatus: 0,
  /** A byte a track. */
  encryptedLengths: 3,
  cardEncodeType: 6,
  encryptedTracks: [7, 119, 231],
  serialNumber: 477,
  /** Bit 0 DUKPT keys are used up, bit 1 keys are loaded, bit 2 encryption is on. */
  encryptionStatus: 493,
  keySerialNumber: 495,
} as const;

export const REPORT_LENGTH = 887;
const TRACK_SPACE = 112;
const KEY_SERIAL_NUMBER_LENGTH = 10;
const ENCRYPTION_IS_ON = 0x0006;
/** ISO/ABA: a bank's card. */
const BANK_CARD = 0;
const BLOCK_LENGTH = 8;
const DEVICE_SERIAL_NUMBER = 'B0A1C2D3E4';
const FIRST_KEY_SERIAL_NUMBER = Buffer.from('9011880b0a1c2d000000', 'hex');

/** Every swipe has a key of its own, numbered in the last 21 bits. */
export function keySerialNumberOf(swipe: number): Buffer {
  const number = Buffer.from(FIRST_KEY_SERIAL_NUMBER);
  const place = KEY_SERIAL_NUMBER_LENGTH - 4;
  number.writeUInt32BE(number.readUInt32BE(place) + swipe, place);
  return number;
}

export function encryptedSwipe(card: TestCard, swipe: number): Buffer {
  const keySerialNumber = keySerialNumberOf(swipe);
  const report = emptyReport(ENCRYPTION_IS_ON, keySerialNumber);
  [track1Of(card), track2Of(card)].forEach((track, place) => {
    putTrack(report, place, encrypted(track, keySerialNumber));
  });
  return report;
}

/** What a reader sends whose encryption was never switched on: the same places, and everything to be read. */
export function clearSwipe(card: TestCard): Buffer {
  const report = emptyReport(0, Buffer.alloc(KEY_SERIAL_NUMBER_LENGTH));
  [track1Of(card), track2Of(card)].forEach((track, place) => {
    putTrack(report, place, Buffer.from(track, 'latin1'));
  });
  return report;
}

/** Too fast, or the wrong way round. */
export function failedSwipe(swipe: number): Buffer {
  return emptyReport(ENCRYPTION_IS_ON, keySerialNumberOf(swipe));
}

function emptyReport(encryptionStatus: number, keySerialNumber: Buffer): Buffer {
  const report = Buffer.alloc(REPORT_LENGTH);
  report.fill(1, OFFSETS.decodeStatus, OFFSETS.decodeStatus + 3);
  report.writeUInt8(BANK_CARD, OFFSETS.cardEncodeType);
  report.write(DEVICE_SERIAL_NUMBER, OFFSETS.serialNumber, 'latin1');
  report.writeUInt16BE(encryptionStatus, OFFSETS.encryptionStatus);
  keySerialNumber.copy(report, OFFSETS.keySerialNumber);
  return report;
}

function putTrack(report: Buffer, place: number, content: Buffer): void {
  report.writeUInt8(0, OFFSETS.decodeStatus + place);
  report.writeUInt8(content.length, OFFSETS.encryptedLengths + place);
  content.copy(report, OFFSETS.encryptedTracks[place] ?? 0, 0, TRACK_SPACE);
}

/** Nobody derives this key as DUKPT does: what matters is that it can be read by nobody on the way. */
function encrypted(track: string, keySerialNumber: Buffer): Buffer {
  const key = createHash('sha256').update(keySerialNumber).digest().subarray(0, 16);
  const cipher = createCipheriv('des-ede-cbc', key, Buffer.alloc(BLOCK_LENGTH)).setAutoPadding(false);
  const padded = Buffer.alloc(Math.ceil(track.length / BLOCK_LENGTH) * BLOCK_LENGTH);
  padded.write(track, 'latin1');
  return Buffer.concat([cipher.update(padded), cipher.final()]);
}
