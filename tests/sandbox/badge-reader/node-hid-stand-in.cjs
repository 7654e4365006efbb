/**
 * Puts the sandbox's badge reader beside the devices that node-hid finds: the badge that lies on it stands in a file.
 * It answers as `main/devices/badge-reader/pcprox.ts` says that such a reader does.
 */
const { readFileSync } = require('node:fs');
const hid = require('node-hid');

const PATH = 'sandbox-badge-reader';
const BITS = 32;
const REPORT_BYTES = 8;
const READ_BADGE = 0x8f;

const found = hid.devicesAsync.bind(hid);
const open = hid.HIDAsync.open.bind(hid.HIDAsync);

Object.assign(hid, {
  async devicesAsync() {
    const others = await found().catch(() => []);
    // A reader of this make lists as a keyboard.
    const entry = { vendorId: 0x0c27, productId: 0x3bfa, usagePage: 0x01, usage: 0x06 };
    return [...others, { ...entry, path: PATH, release: 0, interface: 0 }];
  },
});

Object.assign(hid.HIDAsync, {
  /** @param {string} path */
  async open(path) {
    return path === PATH ? reader() : open(path, { nonExclusive: true });
  },
});

function reader() {
  let asked = 0;
  return {
    on() {
      return this;
    },
    /** @param {number[]} report */
    async sendFeatureReport(report) {
      asked = report[1] ?? 0;
      return report.length;
    },
    async getFeatureReport() {
      const answer = Buffer.alloc(1 + REPORT_BYTES);
      const number = lying();
      if (number === null) return answer;
      if (asked === READ_BADGE) answer.writeUInt32LE(number, 1);
      else answer.fill(BITS, 1, 3);
      return answer;
    },
    async close() {},
  };
}

function lying() {
  try {
    return Number(readFileSync(process.env.KIOSK_SANDBOX_BADGE_FILE ?? '', 'utf8'));
  } catch {
    return null;
  }
}
