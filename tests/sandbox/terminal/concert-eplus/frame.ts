/** ASCII, ISO 646. */
export const ENQ = 0x05;
export const ACK = 0x06;
export const NAK = 0x15;
export const EOT = 0x04;
const STX = 0x02;
const ETX = 0x03;

/** STX, the text, ETX, and the exclusive-or of all that stands behind STX. */
export function frameOf(text: string): Buffer {
  const covered = Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from([ETX])]);
  return Buffer.concat([Buffer.from([STX]), covered, Buffer.from([checksumOf(covered)])]);
}

export function withWrongChecksum(frame: Buffer): Buffer {
  const wrong = Buffer.from(frame);
  wrong.writeUInt8(wrong.readUInt8(wrong.length - 1) ^ 0xff, wrong.length - 1);
  return wrong;
}

/** Longer than any message of the protocol. */
const LONGEST_TEXT = 128;

/** The other side has nothing more to say. */
export const ENDED = Symbol('ended');

/**
 * @param next the next byte, null when none came in time
 * @returns null when it is no whole frame or its checksum is wrong
 */
export async function readFrame(next: () => Promise<number | null>): Promise<string | typeof ENDED | null> {
  let byte = await next();
  while (byte !== null && byte !== STX && byte !== EOT) byte = await next();
  if (byte === null) return null;
  if (byte === EOT) return ENDED;
  const covered: number[] = [];
  while (covered.at(-1) !== ETX && covered.length <= LONGEST_TEXT) {
    byte = await next();
    if (byte === null) return null;
    covered.push(byte);
  }
  const checksum = await next();
  if (checksum !== checksumOf(covered)) return null;
  return Buffer.from(covered.slice(0, -1)).toString('latin1');
}

function checksumOf(bytes: Iterable<number>): number {
  let checksum = 0;
  for (const byte of bytes) checksum ^= byte;
  return checksum;
}
