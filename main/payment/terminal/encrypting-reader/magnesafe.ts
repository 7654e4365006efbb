/**
 * The reports of MagneSafe readers over HID (MagTek 99875475). Where a report has a card's digits in a masked form too,
 * they are not looked at.
 */

import { looksLikeTrack } from '../../../devices/keyboard-wedge/track-shaped-input.ts';
import { looksLikeCardNumber } from '../card-number.ts';
import type { EncryptedCard } from './card-provider.ts';

/** A feature report: command, length, data. Its own number comes first, and is 0 where there is only one. */
const FEATURE_REPORT = 0;
const FEATURE_BYTES = 63;
const SECURITY_LEVEL = 0x15;
const SUCCESS = 0;
/** From this level on, tracks leave the head encrypted, and no command can lower it. */
const ENCRYPTING_LEVEL = 3;

const TRACKS = [
  { statusAt: 0, lengthAt: 3, from: 7 },
  { statusAt: 1, lengthAt: 4, from: 119 },
  { statusAt: 2, lengthAt: 5, from: 231 },
] as const;
const TRACK_BYTES = 112;
const ENCRYPTION_STATUS_AT = 493;
/** Keys are loaded, and encryption is on. */
const ENCRYPTION_ON = 0b110;
const KEY_SERIAL_NUMBER_AT = 495;
const KEY_SERIAL_NUMBER_BYTES = 10;
const CIPHER_BLOCK_BYTES = 8;

export interface FeatureReports {
  sendFeatureReport(report: number[]): Promise<number>;
  getFeatureReport(id: number, length: number): Promise<Buffer>;
}

/** Asks the reader itself. One that does not know the question is none that encrypts. */
export async function encryptsWhatItReads(reader: FeatureReports): Promise<boolean> {
  const question = [FEATURE_REPORT, SECURITY_LEVEL, 0];
  try {
    await reader.sendFeatureReport([...question, ...Array(FEATURE_BYTES - question.length).fill(0)]);
    const [, result, length, level] = await reader.getFeatureReport(FEATURE_REPORT, FEATURE_BYTES);
    return result === SUCCESS && length === 1 && (level ?? 0) >= ENCRYPTING_LEVEL;
  } catch {
    return false;
  }
}

export type Swipe =
  | { readonly read: 'card'; readonly card: EncryptedCard }
  /** The card was not read: once more. */
  | { readonly read: 'nothing' }
  /** Not encrypted, or not in a form that could be told from it. */
  | { readonly read: 'refused' };

/** Overwrites the report: it holds more than may be kept. */
export function readSwipe(report: Buffer): Swipe {
  try {
    return swipeIn(report);
  } finally {
    report.fill(0);
  }
}

function swipeIn(report: Buffer): Swipe {
  if (report.length < KEY_SERIAL_NUMBER_AT + KEY_SERIAL_NUMBER_BYTES) return { read: 'refused' };
  if ((report.readUInt16BE(ENCRYPTION_STATUS_AT) & ENCRYPTION_ON) !== ENCRYPTION_ON)
    return { read: 'refused' };

  const tracks = TRACKS.filter(({ statusAt }) => report[statusAt] === 0)
    .map(({ lengthAt, from }) => ({ length: report[lengthAt] ?? 0, from }))
    .filter(({ length }) => length > 0);
  if (tracks.length === 0) return { read: 'nothing' };

  const pieces = tracks.map(({ from, length }) => report.subarray(from, from + length));
  if (!pieces.every(isCiphertext)) return { read: 'refused' };
  const keySerialNumber = report
    .subarray(KEY_SERIAL_NUMBER_AT, KEY_SERIAL_NUMBER_AT + KEY_SERIAL_NUMBER_BYTES)
    .toString('hex');
  if (/^0+$/.test(keySerialNumber)) return { read: 'refused' };
  return {
    read: 'card',
    card: { ciphertexts: pieces.map((piece) => piece.toString('hex')), keySerialNumber },
  };
}

function isCiphertext(piece: Buffer): boolean {
  const text = piece.toString('latin1');
  const isWholeBlocks = piece.length <= TRACK_BYTES && piece.length % CIPHER_BLOCK_BYTES === 0;
  return isWholeBlocks && !looksLikeTrack(text) && !looksLikeCardNumber(text);
}
