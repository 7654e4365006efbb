/**
 * Readers of rf IDEAS (pcProx) in their mode for programs: they send nothing by themselves, the badge that lies on
 * them is asked for. By the protocol that Michael Farrell's `pcprox` describes (github.com/micolous/pcprox,
 * protocol.md): feature reports of 8 bytes; 0x8F gives the badge's bits, 0x8E how many there are.
 */
import type { OpenDevice } from '../hid/hid.ts';
import type { BadgeFormat } from './badge-settings.ts';

type PcproxFormat = Extract<BadgeFormat, { coding: 'pcprox' }>;

/** The reports have no numbers: 0 stands before each. */
const NO_NUMBER = 0;
const REPORT_BYTES = 8;
const READ_BADGE = 0x8f;
const READ_LENGTH = 0x8e;

export type BadgeOnReader =
  | { readonly read: 'none' }
  | { readonly read: 'badge'; readonly number: string }
  /** Something that is no badge of this house, or no answer in the form of one. */
  | { readonly read: 'refused' };

/** @throws when the reader is gone */
export async function askPcprox(device: OpenDevice, format: PcproxFormat): Promise<BadgeOnReader> {
  // In this order: the length is that of the badge that was asked for last.
  const badge = await ask(device, READ_BADGE);
  const length = await ask(device, READ_LENGTH);
  return badge && length ? readPcprox(format, badge, length) : { read: 'refused' };
}

/** @param badge, length the 8 bytes of each answer */
export function readPcprox({ bits, numberBits }: PcproxFormat, badge: Buffer, length: Buffer): BadgeOnReader {
  if (badge.length !== REPORT_BYTES || length.length !== REPORT_BYTES) return { read: 'refused' };
  if (length.every((byte) => byte === 0)) return { read: 'none' };
  // It is said twice.
  if (length[0] !== bits || length[1] !== bits) return { read: 'refused' };
  const value = badge.readBigUInt64LE();
  const isEmpty = value === 0n || value === (1n << BigInt(bits)) - 1n;
  if (isEmpty || value >> BigInt(bits) !== 0n) return { read: 'refused' };

  const site = value >> BigInt(numberBits);
  const number = value & ((1n << BigInt(numberBits)) - 1n);
  return { read: 'badge', number: bits === numberBits ? `${number}` : `${site}-${number}` };
}

async function ask(device: OpenDevice, command: number): Promise<Buffer | null> {
  const noParameters = Array<number>(REPORT_BYTES - 1).fill(0);
  await device.sendFeatureReport([NO_NUMBER, command, ...noParameters]);
  const answer = await device.getFeatureReport(NO_NUMBER, 1 + REPORT_BYTES);
  return answer.length === 1 + REPORT_BYTES ? answer.subarray(1) : null;
}
