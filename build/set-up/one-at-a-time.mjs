import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 250;

/**
 * Lets one set-up at a time work in a checkout; another waits. The lock is a socket with an abstract name
 * (unix(7)): the kernel gives it to one process only, and takes it back when that process ends, however it ends.
 * @template Result
 * @param {string} folder the checkout
 * @param {() => Promise<Result>} work
 * @param {() => void} onWait called once, when another set-up is at work
 * @returns {Promise<Result>}
 */
export async function oneAtATime(folder, work, onWait) {
  // Elsewhere there are no abstract names, and no measure but npm's and the build.
  if (process.platform !== 'linux') return work();

  const name = `\0ekidom-kiosk-set-up-${createHash('sha256').update(folder).digest('hex')}`;
  let lock = await take(name);
  if (!lock) onWait();
  while (!lock) {
    await delay(POLL_MS);
    lock = await take(name);
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

/** @param {string} name */
async function take(name) {
  const server = createServer();
  server.listen({ path: name });
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE') return undefined;
    throw error;
  }
}
