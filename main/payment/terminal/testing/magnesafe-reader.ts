/** A MagneSafe reader on HID, as far as its reports go. */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Hid, OpenDevice } from '../../../devices/hid/hid.ts';

export const VENDOR_ID = 0x0801;
export const PRODUCT_ID = 0x0011;
export const KEY_SERIAL_NUMBER = 'ffff9876543210e00008';

const REPORT_BYTES = 856;

export interface PretendReader {
  readonly hid: Hid;
  readonly ciphertext: Buffer;
  readonly openings: number;
  readonly closings: number;
  swipe(changes?: (report: Buffer) => void): Buffer;
  unplug(): void;
}

export function createPretendReader(
  options: { securityLevel?: number; entries?: ReadonlyArray<{ usagePage: number; usage: number }> } = {},
): PretendReader {
  const { securityLevel = 3, entries = [{ usagePage: 0xff00, usage: 0x01 }] } = options;
  const events = new EventEmitter();
  const ciphertext = randomBytes(40);
  let openings = 0;
  let closings = 0;

  const reader: OpenDevice = {
    on: (event: string, take: (...values: never[]) => void) => events.on(event, take as () => void),
    sendFeatureReport: async (report) => report.length,
    async getFeatureReport(_, length) {
      const answer = Buffer.alloc(length);
      answer.set([0, 0, 1, securityLevel]);
      return answer;
    },
    async close() {
      closings += 1;
    },
  };

  return {
    ciphertext,
    get openings() {
      return openings;
    },
    get closings() {
      return closings;
    },
    hid: {
      devicesAsync: async () =>
        entries.map((entry, at) => ({
          ...entry,
          vendorId: VENDOR_ID,
          productId: PRODUCT_ID,
          path: `/dev/hidraw${at}`,
          release: 1,
          interface: 0,
        })),
      async open() {
        openings += 1;
        return reader;
      },
    },
    swipe(change = () => {}) {
      const report = Buffer.alloc(REPORT_BYTES);
      report.set([1, 0, 1, 0, ciphertext.length, 0]);
      report.set(ciphertext, 119);
      report.set([0x00, 0x06], 493);
      report.set(Buffer.from(KEY_SERIAL_NUMBER, 'hex'), 495);
      // Masked, as the reader adds it on its own.
      report.set(Buffer.from(';5555550000004444=3012?'), 620);
      change(report);
      events.emit('data', report);
      return report;
    },
    unplug: () => events.emit('error', new Error('could not read from HID device')),
  };
}
