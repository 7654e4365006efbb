/** Something that listens where a terminal would, and does what a test tells it. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface TcpTerminal {
  readonly host: string;
  readonly port: number;
  /** Everything that was sent to it. */
  readonly heard: string[];
  stop(): Promise<void>;
}

export async function startTcpTerminal(
  onRequest: (socket: Socket, request: string) => void,
): Promise<TcpTerminal> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The other side hangs up as it likes.
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      const request = bytes.toString('latin1');
      heard.push(request);
      onRequest(socket, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    heard,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
