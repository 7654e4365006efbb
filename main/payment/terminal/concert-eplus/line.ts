/** A serial line: bytes out, and in one by one. */
import { Buffer } from 'node:buffer';
import type { Timers } from '../timers.ts';

/** `timeout`: nothing came in time. `lost`: the line is gone. `over`: the whole conversation has had its time. */
export type Heard = number | 'timeout' | 'lost' | 'over';

export interface Line {
  write(bytes: Uint8Array): void;
  /** What was said before this moment is no answer to what is said after it. */
  forget(): void;
  /** @param timeoutMs null for as long as the conversation lasts */
  next(timeoutMs: number | null): Promise<Heard>;
  /** Whatever is waited for from now on, the answer is `over`. */
  endConversation(): void;
  close(): Promise<void>;
}

/** What a serial port does for a line; `serialport` in the real world. */
export interface Port {
  write(bytes: Uint8Array): void;
  onBytes(take: (bytes: Buffer) => void): void;
  onLost(act: () => void): void;
  close(): Promise<void>;
}

export type OpenPort = (device: string, baudRate: number) => Promise<Port>;

/** Rejects with the system's error code when there is no such line, or when another program holds it. */
export const openSerialPort: OpenPort = async (device, baudRate) => {
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({ path: device, baudRate, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  // What the terminal said to nobody is no answer to anybody.
  await new Promise<void>((resolve, reject) => port.flush((error) => (error ? reject(error) : resolve())));
  return {
    write: (bytes) => {
      port.write(Buffer.from(bytes));
    },
    onBytes: (take) => {
      port.on('data', take);
    },
    onLost: (act) => {
      port.on('close', act);
      port.on('error', act);
    },
    close: () => new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve())),
  };
};

export function createLine(port: Port, timers: Timers): Line {
  const waiting: number[] = [];
  let end: 'lost' | 'over' | null = null;
  let wanted: ((heard: Heard) => void) | null = null;

  port.onBytes((bytes) => {
    waiting.push(...bytes);
    bytes.fill(0);
    serve();
  });
  port.onLost(() => {
    end ??= 'lost';
    serve();
  });

  function serve(): void {
    if (!wanted) return;
    const heard = waiting.shift() ?? end;
    if (heard === null) return;
    const tell = wanted;
    // Whoever waited gets one byte; the next one is for whoever waits then.
    wanted = null;
    tell(heard);
  }

  return {
    write: (bytes) => port.write(bytes),
    forget() {
      waiting.length = 0;
    },
    next(timeoutMs) {
      const { promise, resolve } = Promise.withResolvers<Heard>();
      wanted = resolve;
      const stop =
        timeoutMs === null
          ? () => {}
          : timers.after(timeoutMs, () => {
              wanted = null;
              resolve('timeout');
            });
      serve();
      return promise.finally(stop);
    },
    endConversation() {
      end = 'over';
      serve();
    },
    close: () => port.close(),
  };
}
