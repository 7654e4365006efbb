/**
 * Frames of real readers and codings, from where they are published.
 *
 * What a reader in a maker's own report form sends depends on how its owner has set it up; those forms are described
 * in the configuration, and their frames here follow that description, not a recording.
 */

/**
 * A reader that lists as a keyboard, as somebody recorded it through node-hid, report by report: modifiers, 0, then up
 * to six keys (USB HID Usage Tables, keyboard page). Its badge says 0461851553; one 5 of two is missing.
 * https://discourse.nodered.org/t/usb-rfid-reader/92927
 */
export const RECORDED_KEYS = [39, 33, 35, 30, 37, 34, 30, 34, 32, 40] as const;
export const RECORDED_BADGE = '0461851553';

/** USB HID Usage Tables, keyboard page: 30 to 38 are the figures 1 to 9, 39 is 0, 40 is Enter. */
export function keyOfUsage(usage: number): string {
  if (usage === 40) return 'Enter';
  return String((usage - 29) % 10);
}

/** H10301, 26 bits, two of them parity that the reader takes off: site 12, number 34567 (`protocol.md` of pcprox). */
export const PCPROX_H10301 = {
  format: { coding: 'pcprox', bits: 24, numberBits: 16 },
  badge: Buffer.from('07870c0000000000', 'hex'),
  length: Buffer.from('1818000000000000', 'hex'),
  number: '12-34567',
} as const;

/** The same document: 35 bits of Corporate 1000, three of them parity; 20 of number, 12 of site. */
export const PCPROX_CORPORATE = {
  format: { coding: 'pcprox', bits: 32, numberBits: 20 },
  badge: Buffer.from('40e2a10000000000', 'hex'),
  length: Buffer.from('2020000000000000', 'hex'),
  number: '10-123456',
} as const;

/** A UID of 7 bytes in the order of ISO/IEC 14443-3, behind a number of report and its length, zeros behind it. */
export const UID_REPORT = {
  format: {
    coding: 'bytes',
    reportBytes: 64,
    startsWith: '02',
    length: { at: 1 },
    startAt: 2,
    order: 'asSent',
    figures: 'hexadecimal',
  },
  report: padded('0207044c6b92d72580', 64),
  number: '044C6B92D72580',
} as const;

/** The five bytes of an EM4100, the lowest first, in a report of 8; in figures, as they stand on the badge. */
export const EM4100_REPORT = {
  format: {
    coding: 'bytes',
    reportBytes: 8,
    startsWith: '',
    length: { bytes: 5 },
    startAt: 0,
    order: 'reversed',
    figures: 'decimal',
  },
  report: padded('e1b5861b00', 8),
  number: '461813217',
} as const;

/** Figures in ASCII between STX and CR LF. */
export const TEXT_REPORT = {
  format: {
    coding: 'text',
    reportBytes: 32,
    startsWith: '02',
    startAt: 1,
    signs: 10,
    endsWith: '0d0a',
    figures: 'decimal',
  },
  report: padded(`02${Buffer.from('0461851553').toString('hex')}0d0a`, 32),
  number: '0461851553',
} as const;

function padded(hex: string, bytes: number): Buffer {
  return Buffer.concat([Buffer.from(hex, 'hex')], bytes);
}
