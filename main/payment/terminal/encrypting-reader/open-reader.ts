/** Finds the reader and opens it, or says why it may not be used. */
import { type Hid, idOf, mayOpen, type OpenDevice } from '../../../devices/hid/hid.ts';
import type { NotSentReason } from '../payment-terminal.ts';
import type { EncryptingReaderSettings } from './encrypting-reader.ts';
import { encryptsWhatItReads } from './magnesafe.ts';

/** USB HID Usage Tables: a keyboard. */
const GENERIC_DESKTOP = 0x01;
const KEYBOARD = 0x06;
/** The standard page for card readers, which knows tracks in clear only. */
const CARD_READER = 0x8e;

export type OpenedReader =
  | { readonly ok: true; readonly reader: OpenDevice }
  | { readonly ok: false; readonly reason: NotSentReason };

export async function openReader(hid: Hid, settings: EncryptingReaderSettings): Promise<OpenedReader> {
  const { usagePage, usage } = settings;
  const entries = (await hid.devicesAsync()).filter((entry) => idOf(entry) === idOf(settings));
  const typesTracks = entries.some(
    (entry) => entry.usagePage === GENERIC_DESKTOP && entry.usage === KEYBOARD,
  );
  const sendsTracksBeside =
    entries.some((entry) => entry.usagePage === CARD_READER) && usagePage !== CARD_READER;
  if (typesTracks || sendsTracksBeside) return { ok: false, reason: 'DEVICE_REFUSED' };
  const path = entries.find((entry) => entry.usagePage === usagePage && entry.usage === usage)?.path;
  if (path === undefined) return { ok: false, reason: 'DEVICE_ABSENT' };

  let reader: OpenDevice;
  try {
    reader = await hid.open(path);
  } catch {
    return { ok: false, reason: (await mayOpen(path)) ? 'DEVICE_ABSENT' : 'DEVICE_FORBIDDEN' };
  }
  // Whatever page it is on, it has to prove it.
  if (await encryptsWhatItReads(reader)) return { ok: true, reader };
  await reader.close();
  return { ok: false, reason: 'DEVICE_REFUSED' };
}
