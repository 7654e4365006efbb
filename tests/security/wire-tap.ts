/** Every byte that goes between the kiosk and the central API, in both directions. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface WireTap {
  /** In place of the address that it listens before. */
  readonly baseUrl: string;
  heard(): Buffer;
  stop(): Promise<void>;
}

export async function tapInto(baseUrl: string): Promise<WireTap> {
  const tapped = new URL(baseUrl);
  const pieces: Buffer[] = [];
  const open = new Set<Socket>();

  const server = createServer((kiosk) => {
    const api = connect(Number(tapped.port), tapped.hostname);
    for (const [from, to] of [
      [kiosk, api],
      [api, kiosk],
    ] as const) {
      open.add(from);
      from.on('data', (piece) => pieces.push(piece));
      // Whoever hangs up, or is hung up on, ends both.
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = new URL(baseUrl);
  here.port = String((server.address() as AddressInfo).port);

  return {
    baseUrl: here.href.replace(/\/$/, ''),
    heard: () => Buffer.concat(pieces),
    async stop() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
