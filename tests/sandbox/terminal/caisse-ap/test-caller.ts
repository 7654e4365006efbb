import { createConnection } from 'node:net';

/** What a register hears of a terminal. */
export interface Heard {
  text: string;
  pieces: number;
  ending: 'quiet' | 'end' | 'reset' | 'refused';
}

/** Long enough for a busy machine; nobody waits for it when all goes well. */
const PATIENCE_MS = 10_000;
/** After so long a silence nothing more comes. */
const QUIET_MS = 300;

/** Sends a request in one write and listens until the answer reads like that; without `until`, for a silence. */
export function sendTo(port: number, request: string, until?: RegExp): Promise<Heard> {
  return new Promise((resolve) => {
    const heard: Heard = { text: '', pieces: 0, ending: 'quiet' };
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write(request));
    const finish = (ending: Heard['ending']) => {
      socket.destroy();
      resolve({ ...heard, ending });
    };
    socket.setTimeout(until ? PATIENCE_MS : QUIET_MS, () => finish('quiet'));
    socket.on('data', (bytes) => {
      heard.text += bytes.toString('latin1');
      heard.pieces += 1;
      if (until?.test(heard.text)) finish('quiet');
    });
    socket.on('end', () => finish('end'));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      finish(error.code === 'ECONNREFUSED' ? 'refused' : 'reset'),
    );
  });
}
