import type { Log } from '../../log/log.ts';
import type { OnBadge } from './badge.ts';

/** Where every reader's badges arrive, and whoever needs them listens. By itself a badge opens nothing. */
export interface Badges {
  readonly tell: OnBadge;
  /** @returns the way to listen no more */
  listen(listener: OnBadge): () => void;
}

export function createBadges(log: Log): Badges {
  const listeners = new Set<OnBadge>();
  return {
    tell(event) {
      log.info(`badge.${event.name}`, { readerId: event.readerId, isWanted: listeners.size > 0 });
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
