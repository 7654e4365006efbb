/** The call for a member of staff, as main last told it: every screen shows whether there is one. */
import { useEffect, useSyncExternalStore } from 'react';
import type { HelpCall } from '../../preload/help-contract.ts';

const listeners = new Set<() => void>();
let current: HelpCall = { name: 'none' };
let isFollowing = false;

export function useHelpCall(): HelpCall {
  useEffect(follow, []);
  return useSyncExternalStore(subscribe, read);
}

function follow(): void {
  if (isFollowing) return;
  isFollowing = true;
  window.kiosk.on('help.changed', accept);
  // Refused where nobody is there, who then has not called.
  window.kiosk.call('help.read', undefined).then(accept, () => {
    isFollowing = false;
  });
}

function accept(told: HelpCall): void {
  current = told;
  for (const listen of listeners) listen();
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

function read(): HelpCall {
  return current;
}
