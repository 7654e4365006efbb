import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** An HTTP server that this machine alone can reach, bounded in time, connections and patience. */
export interface LoopbackServer {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** Cuts what is still open. May be called again. */
  stop(): Promise<void>;
}

/** `stopping` is aborted when the server stops, so that whatever a handler waits for can end. */
export type Handle = (
  request: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
) => Promise<void>;

const HOST = '127.0.0.1';
const MAX_CONNECTIONS = 200;

/** `upgrade`: what becomes of connections that are to speak otherwise; none do, unless given. */
export async function startLoopbackServer(
  handle: Handle,
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Promise<LoopbackServer> {
  const stopping = new AbortController();
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 20_000, keepAliveTimeout: 5_000 },
    (request, response) => {
      handle(request, response, stopping.signal).catch((error: unknown) => failLoudly(error, response));
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  if (upgrade) server.on('upgrade', upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;

  let stopped: Promise<void> | null = null;
  return {
    origin: `http://${HOST}:${port}`,
    stop() {
      stopped ??= new Promise((resolve) => {
        stopping.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return stopped;
    },
  };
}

/** A handler that throws is a bug of the sandbox: whoever runs it has to see it, and the caller must not hang. */
function failLoudly(error: unknown, response: ServerResponse): void {
  console.error('The sandbox failed to answer:', error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The sandbox failed.\n');
}
