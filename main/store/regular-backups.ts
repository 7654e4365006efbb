import type { Log } from '../log/log.ts';
import type { Store } from './store.ts';

/** What a kiosk takes in within an hour is what a damaged disk can cost at most. */
const HOUR_SECONDS = 3_600;
/** The start belongs to whoever stands there. */
const FIRST_AFTER_SECONDS = 120;

/**
 * Looks the indexes through and makes a backup, every hour. `onMended`: rows were hidden until now. Answers the way to
 * call it off.
 */
export function backUpRegularly(
  store: Pick<Store, 'backUp' | 'mendIndexes'>,
  surroundings: { onMended: () => void; after: (seconds: number, work: () => void) => () => void; log: Log },
): () => void {
  const { onMended, after, log } = surroundings;
  let callOff = after(FIRST_AFTER_SECONDS, again);
  return () => callOff();

  function again(): void {
    callOff = after(HOUR_SECONDS, again);
    const looked = store.mendIndexes();
    if (looked.ok && looked.value === 'mended') onMended();
    // The backup of before is better than one of this, and the next start may need it.
    if (looked.ok && looked.value === 'damaged') log.error('store.damaged-while-open');
    else void store.backUp();
  }
}
