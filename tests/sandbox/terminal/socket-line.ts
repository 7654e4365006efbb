import type { Socket } from 'node:net';
import type { AnswerLine } from './delivery.ts';

/** @param cable what is below the socket when that is encrypted */
export function socketLine(socket: Socket, cable: Socket = socket): AnswerLine {
  // Each piece in a segment of its own.
  socket.setNoDelay(true);
  return {
    write: (bytes) =>
      new Promise((resolve) => {
        if (!socket.writable || bytes.length === 0) resolve();
        // A kiosk that went away is no fault of the terminal's: the error only says that nobody heard.
        else socket.write(bytes, () => resolve());
      }),
    end: () => socket.end(),
    reset: () => cable.resetAndDestroy(),
  };
}
