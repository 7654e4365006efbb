/** Readers of staff badges over HID, without a keyboard of their own. */
import { isDeepStrictEqual } from 'node:util';
import type { Log } from '../../log/log.ts';
import { type HidEntry, idOf, type OpenDevice } from '../hid/hid.ts';
import type { HidKind } from '../hid/hid-watch.ts';
import type { OnBadge } from './badge.ts';
import { readBadgeReport } from './badge-report.ts';
import type { BadgeFormat, HidBadgeReader } from './badge-settings.ts';
import { askPcprox, type BadgeOnReader } from './pcprox.ts';

/** USB HID Usage Tables: a keyboard. It belongs to the system, which types what comes from it. */
const GENERIC_DESKTOP = 0x01;
const KEYBOARD = 0x06;

/** A badge that is left on the reader is sent again and again: it was held there once. */
const SAME_BADGE_MS = 1_500;
/** As often as its maker's own programs ask. */
const ASK_EVERY_MS = 250;

export function badgeReader(reader: HidBadgeReader, parts: { onBadge: OnBadge; log: Log }): HidKind {
  const { format } = reader;
  const { onBadge, log } = parts;
  return {
    name: 'badge-reader',
    isOne: (entry) => isOne(reader, entry),
    begin: (device, onLost) =>
      format.coding === 'pcprox' ? keepAsking(device, format, onLost) : listen(device, format),
  };

  function listen(device: OpenDevice, coding: Exclude<BadgeFormat, { coding: 'pcprox' }>): () => void {
    let isOver = false;
    let last = { number: '', at: Number.NEGATIVE_INFINITY };
    device.on('data', (report) => {
      if (isOver) return;
      const number = readBadgeReport(coding, report);
      if (number === null) return log.warn('badge-reader.not-a-badge', { bytes: report.length });
      const isSame = number === last.number && performance.now() - last.at < SAME_BADGE_MS;
      last = { number, at: performance.now() };
      if (!isSame) onBadge({ name: 'presented', readerId: idOf(reader), number });
    });
    return () => {
      isOver = true;
    };
  }

  function keepAsking(
    device: OpenDevice,
    coding: Extract<BadgeFormat, { coding: 'pcprox' }>,
    onLost: () => void,
  ): () => void {
    let isOver = false;
    let before: BadgeOnReader = { read: 'none' };
    let timer: NodeJS.Timeout | undefined;
    const follow = (now: BadgeOnReader): void => {
      if (isDeepStrictEqual(now, before)) return;
      if (before.read === 'badge') onBadge({ name: 'removed', readerId: idOf(reader) });
      if (now.read === 'badge') onBadge({ name: 'presented', readerId: idOf(reader), number: now.number });
      if (now.read === 'refused') log.warn('badge-reader.not-a-badge');
      before = now;
    };
    const ask = async (): Promise<void> => {
      const answer = await askPcprox(device, coding).catch(() => null);
      if (isOver) return;
      if (!answer) return onLost();
      follow(answer);
      timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
      // Whoever relies on the badge lying there can do so no more.
      follow({ read: 'none' });
    };
  }
}

/** Whether this entry of the device tells what it reads; a reader of rf IDEAS answers as the keyboard that it lists as. */
function isOne(reader: HidBadgeReader, entry: HidEntry): boolean {
  if (idOf(entry) !== idOf(reader)) return false;
  if (reader.usagePage !== undefined) return entry.usagePage === reader.usagePage;
  const isKeyboard = entry.usagePage === GENERIC_DESKTOP && entry.usage === KEYBOARD;
  return isKeyboard === (reader.format.coding === 'pcprox');
}
