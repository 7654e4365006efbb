import { closeSync, constants, openSync, readSync } from 'node:fs';
import { ReadStream, WriteStream } from 'node:tty';

/** A serial line, byte by byte. */
export interface ByteStream {
  /** Null when none came within that time, or before the signal. */
  next(withinMs: number, signal?: AbortSignal): Promise<number | null>;
  write(bytes: Buffer): Promise<void>;
  /** While the cable is out, nothing comes and nothing goes. */
  setConnected(isConnected: boolean): void;
}

export function openByteStream(path: string): ByteStream {
  forgetWhatCame(path);
  const flags = constants.O_RDWR | constants.O_NOCTTY;
  const input = new ReadStream(openSync(path, flags));
  const output = new WriteStream(openSync(path, flags));
  const arrived: number[] = [];
  let isConnected = true;
  let wake = (): void => undefined;
  input.on('data', (bytes: Buffer) => {
    if (isConnected) arrived.push(...bytes);
    wake();
  });
  // A terminal whose cable is gone for good has nothing left to do.
  input.on('error', () => process.exit(1));
  input.on('end', () => process.exit(1));

  return {
    async next(withinMs, signal) {
      const deadline = performance.now() + withinMs;
      while (arrived.length === 0 && performance.now() < deadline && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.min(deadline - performance.now() + 1, LONGEST_TIMER_MS));
          signal?.addEventListener('abort', () => resolve(), { once: true });
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return signal?.aborted ? null : (arrived.shift() ?? null);
    },
    write(bytes) {
      return new Promise((resolve) => {
        if (isConnected && bytes.length > 0) output.write(bytes, () => resolve());
        else resolve();
      });
    },
    setConnected(next) {
      isConnected = next;
    },
  };
}

const LONGEST_TIMER_MS = 60_000;

/** A terminal that was off has not heard what was said to it. */
function forgetWhatCame(path: string): void {
  const file = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  const buffer = Buffer.alloc(4_096);
  try {
    while (readSync(file, buffer) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  } finally {
    closeSync(file);
  }
}
