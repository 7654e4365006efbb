/** What is plugged in, as node-hid would tell it: devices come, go, send reports, and refuse to be opened. */
import { EventEmitter } from 'node:events';
import type { Hid, HidEntry, OpenDevice } from '../hid/hid.ts';

export class PretendDevice extends EventEmitter implements OpenDevice {
  isClosed = false;
  /** What the next feature reports are answered with, by their command. */
  readonly answers = new Map<number, Buffer>();
  private asked = 0;

  async sendFeatureReport(report: number[]): Promise<number> {
    if (this.isClosed) throw new Error('could not send feature report to device');
    this.asked = report[1] ?? 0;
    return report.length;
  }

  async getFeatureReport(_reportId: number, length: number): Promise<Buffer> {
    const answer = this.answers.get(this.asked);
    if (this.isClosed || !answer) throw new Error('could not get feature report from device');
    return Buffer.concat([Buffer.alloc(1), answer], length);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

export interface PretendHid extends Hid {
  /** Each that was opened, the first one first. */
  readonly opened: readonly { path: string; device: PretendDevice }[];
  readonly looks: number;
  plugIn(...entries: readonly HidEntry[]): void;
  /** @param options.isSilent the device does not say so itself */
  unplug(path: string, options?: { isSilent: boolean }): void;
  forbid(path: string): void;
  allow(path: string): void;
  /** Listing fails until it is called again. */
  breakList(isBroken: boolean): void;
  /** Opening this one takes for ever. */
  hang(path: string): void;
}

export function pretendHid(...plugged: readonly HidEntry[]): PretendHid {
  let entries = [...plugged];
  let looks = 0;
  let listIsBroken = false;
  const opened: { path: string; device: PretendDevice }[] = [];
  const forbidden = new Set<string>();
  const hanging = new Set<string>();

  return {
    opened,
    get looks() {
      return looks;
    },
    async devicesAsync() {
      looks += 1;
      if (listIsBroken) throw new Error('no devices');
      return entries;
    },
    async open(path) {
      if (hanging.has(path)) return new Promise<never>(() => {});
      if (forbidden.has(path)) throw new TypeError(`cannot open device with path ${path}`);
      const device = new PretendDevice();
      opened.push({ path, device });
      return device;
    },
    plugIn: (...more) => void entries.push(...more),
    unplug(path, { isSilent } = { isSilent: false }) {
      entries = entries.filter((entry) => entry.path !== path);
      const device = opened.findLast((each) => each.path === path)?.device;
      if (device && !device.isClosed && !isSilent) {
        device.emit('error', new Error('could not read from HID device'));
      }
    },
    forbid: (path) => void forbidden.add(path),
    allow: (path) => void forbidden.delete(path),
    breakList(isBroken) {
      listIsBroken = isBroken;
    },
    hang: (path) => void hanging.add(path),
  };
}

export function entryOf(
  path: string,
  ids: { vendorId: number; productId: number },
  [usagePage, usage]: readonly [number, number],
): HidEntry {
  return { ...ids, usagePage, usage, path, release: 0, interface: 0 };
}
