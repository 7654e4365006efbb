import type { ErrorCode } from '../../preload/contract.ts';
import { type Answer, endedBy } from './answer.ts';

/**
 * Gives `work` a signal that says when to give up: after `seconds`, or as soon as one of `enders` does.
 * The signal's reason is the error code to answer with. It covers the whole work, whatever it is made of: names
 * looked up, connections opened, tokens fetched, a body that never ends.
 */
export async function within<Value>(
  seconds: number,
  enders: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  const deadline = new AbortController();
  const { signal } = deadline;
  const timer = setTimeout(() => deadline.abort('API_TIMEOUT' satisfies ErrorCode), seconds * 1_000);
  // By hand: a composite signal for each request is dear, and thousands of them come after an outage.
  const end = ({ target }: Event) => deadline.abort((target as AbortSignal).reason);
  for (const ender of enders) {
    if (ender.aborted) deadline.abort(ender.reason);
    else ender.addEventListener('abort', end, { once: true });
  }
  try {
    return await unlessEnded(work(signal), signal);
  } finally {
    clearTimeout(timer);
    for (const ender of enders) ender.removeEventListener('abort', end);
  }
}

/** For waiting together with others for one thing that goes on when one of them gives up. */
export function unlessEnded<Value>(
  pending: Promise<Answer<Value>>,
  signal: AbortSignal,
): Promise<Answer<Value>> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer<Value>>();
  const giveUp = () => resolve(endedBy(signal));
  pending.then(resolve, reject);
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  return promise.finally(() => signal.removeEventListener('abort', giveUp));
}
