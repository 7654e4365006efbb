import { constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { expect } from 'vitest';

export const [ENQ, ACK, NAK, EOT] = ['\x05', '\x06', '\x15', '\x04'];

/** The other end of the terminal's serial line. */
export interface KioskEnd {
  say(text: string): void;
  /** The next so many bytes. */
  hear(count: number): Promise<string>;
  /** What came so far and was not asked for. */
  rest(): string;
  hasEnded(): boolean;
  close(): void;
}

const PATIENCE_MS = 10_000;

export function openKioskEnd(path: string): KioskEnd {
  const stream = new ReadStream(openSync(path, constants.O_RDWR | constants.O_NOCTTY));
  let heard = '';
  let ended = false;
  stream.on('data', (bytes: Buffer) => {
    heard += bytes.toString('latin1');
  });
  stream.on('error', () => {
    ended = true;
  });
  stream.on('end', () => {
    ended = true;
  });
  return {
    say: (text) => {
      stream.write(Buffer.from(text, 'latin1'));
    },
    async hear(count) {
      await expect.poll(() => heard.length, { timeout: PATIENCE_MS }).toBeGreaterThanOrEqual(count);
      const text = heard.slice(0, count);
      heard = heard.slice(count);
      return text;
    },
    rest: () => heard,
    hasEnded: () => ended,
    close: () => {
      stream.destroy();
    },
  };
}

/** Counted anew here, so that a mistake in the terminal's own checksum shows. */
export function framed(text: string): string {
  const covered = Buffer.from(`${text}\x03`, 'latin1');
  const checksum = covered.reduce((sum, byte) => sum ^ byte, 0);
  return `\x02${covered.toString('latin1')}${String.fromCharCode(checksum)}`;
}
