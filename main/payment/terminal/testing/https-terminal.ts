/** Something that speaks HTTPS where a terminal would, and does what a test tells it. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface HttpsTerminal {
  readonly host: string;
  readonly port: number;
  readonly heard: unknown[];
  /** May be called again. */
  stop(): Promise<void>;
}

export async function startHttpsTerminal(
  identity: { certificate: string; key: string },
  onRequest: (request: never, response: ServerResponse) => void,
): Promise<HttpsTerminal> {
  const heard: unknown[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(
    { cert: identity.certificate, key: identity.key },
    async (request, response) => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece);
      const message = JSON.parse(Buffer.concat(pieces).toString('utf8'));
      heard.push(message);
      onRequest(message as never, response);
    },
  );
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  // A kiosk that does not trust this certificate hangs up.
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let stopped: Promise<unknown> | null = null;
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    heard,
    async stop() {
      for (const socket of sockets) socket.destroy();
      stopped ??= once(server.close(), 'close');
      await stopped;
    },
  };
}
