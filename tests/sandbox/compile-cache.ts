import { resolve } from 'node:path';

/**
 * For the environment of the many short-lived Node.js programs of a test run: each of them would otherwise strip and
 * compile the same source anew, which is most of the time that it takes them to start.
 */
export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: resolve(import.meta.dirname, '../../out/compile-cache'),
} as const;
