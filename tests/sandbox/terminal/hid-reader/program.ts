/**
 * The program of an encrypting card reader. Without a kernel that makes devices out of programs, its reports do not
 * arrive through one: they come over a socket, each as a length (2 bytes, big-endian) and its bytes.
 */
import { createServer, type Socket } from 'node:net';
import { z } from 'zod';
import { isFromThisMachine } from '../../from-this-machine.ts';
import { startLoopbackServer } from '../../loopback-server.ts';
import { readBody } from '../../request-body.ts';
import { announce, endWithParent, readSettings } from '../program-life.ts';
import { reportsOf, swipeSchema } from './swipe.ts';

const HOST = '127.0.0.1';
const MAX_BODY_BYTES = 10_000;

const settings = z.strictObject({ folder: z.string(), parentPid: z.int() }).parse(readSettings());
endWithParent(settings.parentPid);

let swipes = 0;
const listeners = new Set<Socket>();

const usb = createServer((socket) => {
  listeners.add(socket);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => listeners.delete(socket));
  socket.resume();
});

const control = await startLoopbackServer(async (request, response) => {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (!isFromThisMachine(request) || body.state !== 'read' || request.url !== '/swipe') {
    response.writeHead(404).end();
    return;
  }
  const swipe = swipeSchema.safeParse(JSON.parse(body.text));
  if (!swipe.success) {
    response.writeHead(400).end(z.prettifyError(swipe.error));
    return;
  }
  swipes += 1;
  for (const report of reportsOf(swipe.data, swipes)) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(report.length);
    for (const socket of listeners) socket.write(Buffer.concat([length, report]));
  }
  response.writeHead(204).end();
});

usb.listen(0, HOST, () => {
  const address = usb.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  void announce(settings.folder, { pid: process.pid, port, controlUrl: control.origin });
});
