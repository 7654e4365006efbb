/** A line with something at its other end that does what a test tells it, byte by byte. */
import type { OpenPort } from '../concert-eplus/line.ts';

export interface SerialTerminal {
  readonly openPort: OpenPort;
  /** Everything that the kiosk said. */
  readonly heard: number[];
  say(...bytes: readonly (number | string | Uint8Array)[]): void;
  breakLine(): void;
}

/** @param onHeard called with all that was heard so far, after each write */
export function createSerialTerminal(
  onHeard: (heard: readonly number[], terminal: SerialTerminal) => void,
): SerialTerminal {
  let take: (bytes: Buffer) => void = () => {};
  let lose: () => void = () => {};
  const terminal: SerialTerminal = {
    heard: [],
    async openPort() {
      return {
        write(bytes) {
          terminal.heard.push(...bytes);
          onHeard(terminal.heard, terminal);
        },
        onBytes: (listen) => {
          take = listen;
        },
        onLost: (act) => {
          lose = act;
        },
        close: async () => {},
      };
    },
    say(...parts) {
      for (const part of parts)
        for (const byte of typeof part === 'number' ? [part] : Buffer.from(part)) take(Buffer.of(byte));
    },
    breakLine: () => lose(),
  } as SerialTerminal;
  return terminal;
}
