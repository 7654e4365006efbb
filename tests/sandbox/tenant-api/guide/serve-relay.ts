import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isFromThisMachine } from '../../from-this-machine.ts';
import { BASE_PATH } from '../contract.ts';
import type { GuideSessions, Side } from './guide-sessions.ts';

const PATHS: readonly { side: Side; path: RegExp }[] = [
  { side: 'kiosk', path: new RegExp(`^${BASE_PATH}/guide-sessions/([A-Za-z0-9_-]{1,64})/relay$`) },
  { side: 'desk', path: /^\/desk\/guide-sessions\/([A-Za-z0-9_-]{1,64})\/relay$/ },
];

const SUB_PROTOCOL = 'ekidom.guide.1';
const TOKEN = /^ekidom\.token\.([A-Za-z0-9_-]{22,64})$/;
const MAX_FRAME_BYTES = 2_100_000;

export interface RelayServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

/** Both sides of the relay of the contract. */
export function createRelayServer(sessions: () => GuideSessions): RelayServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(SUB_PROTOCOL) ? SUB_PROTOCOL : false),
  });

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const asked = askedFor(request);
      if (!isFromThisMachine(request)) return refuse(socket, '403 Forbidden');
      if (asked === null) return refuse(socket, '404 Not Found');
      const open = () =>
        new Promise<WebSocket>((resolve) => server.handleUpgrade(request, socket, head, resolve));
      void sessions()
        .attach(asked.side, asked.id, asked.token, open)
        .then((isIn) => {
          if (!isIn) refuse(socket, '401 Unauthorized');
        });
    },
    stop() {
      for (const client of server.clients) client.terminate();
    },
  };
}

function askedFor(request: IncomingMessage): { side: Side; id: string; token: string } | null {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const token = offered.map((name) => TOKEN.exec(name)?.[1]).find((found) => found !== undefined) ?? '';
  for (const { side, path: pattern } of PATHS) {
    const id = pattern.exec(path)?.[1];
    if (id !== undefined) return { side, id, token };
  }
  return null;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
