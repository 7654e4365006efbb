/** Finds the reader and opens it, or says why it may not be used. */
import type { Device } from 'node-hid';
import type { NotSentReason } from '../payment-terminal.ts';
import type { EncryptingReaderSettings } from './encrypting-reader.ts';
import { encryptsWhatItReads, type FeatureReports } from './magnesafe.ts';

/** USB HID Usage Tables: a keyboard. */
const GENERIC_DESKTOP = 0x01;
const KEYBOARD = 0x06;
/** The standard page for card readers, which knows tracks in clear only. */
const CARD_READER = 0x8e;

export interface Reader extends FeatureReports {
  on(event: 'data', take: (report: Buffer) => void): unknown;
  on(event: 'error', take: (error: unknown) => void): unknown;
  close(): Promise<void>;
}

/** What this needs of `node-hid`. */
export interface Hid {
  devicesAsync(vendorId: number, productId: number): Promise<Device[]>;
  open(path: string): Promise<Reader>;
}

export type OpenedReader =
  | { readonly ok: true; readonly reader: Reader }
  | { readonly ok: false; readonly reason: NotSentReason };

export async function loadHid(): Promise<Hid> {
  const { default: hid } = await import('node-hid');
  return {
    devicesAsync: (vendorId, productId) => hid.devicesAsync(vendorId, productId),
    open: (path) => hid.HIDAsync.open(path),
  };
}

export async function openReader(hid: Hid, settings: EncryptingReaderSettings): Promise<OpenedReader> {
  const { vendorId, productId, usagePage, usage } = settings;
  const entries = await hid.devicesAsync(vendorId, productId);
  const typesTracks = entries.some(
    (entry) => entry.usagePage === GENERIC_DESKTOP && entry.usage === KEYBOARD,
  );
  const sendsTracksBeside =
    entries.some((entry) => entry.usagePage === CARD_READER) && usagePage !== CARD_READER;
  if (typesTracks || sendsTracksBeside) return { ok: false, reason: 'DEVICE_REFUSED' };
  const path = entries.find((entry) => entry.usagePage === usagePage && entry.usage === usage)?.path;
  if (path === undefined) return { ok: false, reason: 'DEVICE_ABSENT' };

  let reader: Reader;
  try {
    reader = await hid.open(path);
  } catch {
    // Unplugged since, or not this user's to open.
    return { ok: false, reason: 'DEVICE_ABSENT' };
  }
  // Whatever page it is on, it has to prove it.
  if (await encryptsWhatItReads(reader)) return { ok: true, reader };
  await reader.close();
  return { ok: false, reason: 'DEVICE_REFUSED' };
}
