import type { IncomingMessage } from 'node:http';

/** A web page that is open in a browser of this machine must not be able to steer the sandbox or to read from it. */
export function isFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${socket.localPort}`);
  const { host = '', origin } = headers;
  return hosts.includes(host) && (origin === undefined || hosts.some((own) => origin === `http://${own}`));
}
