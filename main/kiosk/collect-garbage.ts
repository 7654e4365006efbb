import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back at once what nobody holds any more. Main is so idle that V8 would keep it for hours: 9 MB of a start,
 * and what was known of a person after they have left.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: (options: object) => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', flavor: 'last-resort' });
}

/** Collects once, `delayMs` after it was last asked to. */
export function createLateCollection(delayMs: number, collect = collectGarbage): () => void {
  let timer: NodeJS.Timeout | null = null;
  return () => {
    timer = timer?.refresh() ?? setTimeout(collect, delayMs).unref();
  };
}
