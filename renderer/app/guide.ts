/** Whether somebody is guided from the desk, as main last told it. */
import { useEffect, useSyncExternalStore } from 'react';
import type { GuideState } from '../../preload/guide-contract.ts';

const NONE: GuideState = { name: 'none' };
const listeners = new Set<() => void>();
let current: GuideState = NONE;
let isFollowing = false;

/** `isThere`: only somebody who is there is guided. */
export function useGuide(isThere: boolean): GuideState {
  useEffect(() => {
    if (isThere) follow();
  }, [isThere]);
  const guide = useSyncExternalStore(subscribe, read);
  return isThere ? guide : NONE;
}

function follow(): void {
  if (isFollowing) return;
  isFollowing = true;
  window.kiosk.on('guide.changed', accept);
  // A page that began in the middle finds out; refused where nobody is there any more, who then is not guided.
  window.kiosk.call('guide.read', undefined).then(accept, () => {
    isFollowing = false;
  });
}

function accept(told: GuideState): void {
  current = told;
  for (const listen of listeners) listen();
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

function read(): GuideState {
  return current;
}
