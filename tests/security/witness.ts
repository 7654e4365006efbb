/** A machine that the kiosk's page must never reach: it notes whoever knocks, by TCP or by UDP. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

const HERE = '127.0.0.1';

export interface Witness {
  /** The same for both. */
  readonly port: number;
  /** What a page would load from. */
  readonly origins: readonly string[];
  /**
   * Who has come so far. Comes last itself, so that whoever was before it is counted: it is the one caller in an
   * empty hall.
   */
  callers(): Promise<{ tcp: number; udp: number }>;
  stop(): Promise<void>;
}

export async function startWitness(): Promise<Witness> {
  const calls = { tcp: 0, udp: 0 };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    calls.tcp += 1;
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\n\r\n');
  });
  server.listen(0, HERE);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4', () => {
    calls.udp += 1;
  });
  datagrams.bind(port, HERE);
  await once(datagrams, 'listening');

  return {
    port,
    origins: ['http', 'https', 'ws', 'wss'].map((scheme) => `${scheme}://${HERE}:${port}`),
    async callers() {
      const before = { ...calls };
      const own = connect(port, HERE);
      const heard = once(datagrams, 'message');
      datagrams.send('here', port, HERE);
      await Promise.all([once(own.resume(), 'end'), heard]);
      own.destroy();
      const others = { tcp: calls.tcp - 1, udp: calls.udp - 1 };
      calls.tcp = others.tcp;
      calls.udp = others.udp;
      return { tcp: Math.max(before.tcp, others.tcp), udp: Math.max(before.udp, others.udp) };
    },
    async stop() {
      for (const socket of open) socket.destroy();
      datagrams.close();
      server.close();
      await once(server, 'close');
    },
  };
}
