/**
 * The badge that lies on the reader, or was shown to it just now. By itself it opens nothing: it says who types the
 * PIN that follows. Its number goes into no log and onto no screen, and is held for as long as it may say that, or as
 * its holder helps with it.
 */
import type { BadgeState } from '../../preload/assist-contract.ts';
import type { OnBadge } from '../devices/badge-reader/badge.ts';
import type { After } from '../sync/lanes.ts';

export interface PresentedBadge {
  readonly tell: OnBadge;
  /** Null when none is there, or it was shown too long ago. */
  number(): string | null;
  /**
   * Whoever shows another one meanwhile is told that there is one already. Null lets it go: what was shown to help one
   * person is not there for the next, and another one's turn comes at once.
   */
  keep(number: string | null): void;
  read(): { name: 'none' | 'presented' };
}

/** Of readers that send each badge once and never say that it has left. */
const SHOWN_FOR_SECONDS = 60;

export function createPresentedBadge(from: {
  onChange: (state: BadgeState) => void;
  /** The badge of whoever assists has been taken away. */
  onKeptRemoved: () => void;
  after: After;
}): PresentedBadge {
  const { onChange, onKeptRemoved, after } = from;
  /** Also once it was shown too long ago, while its holder helps with it: that it is taken away ends their help. */
  let lying: { readerId: string; number: string } | null = null;
  let isFresh = false;
  let kept: string | null = null;
  let callOffFading = () => {};

  return {
    tell(event) {
      if (event.name === 'removed') {
        if (lying?.readerId === event.readerId) letGo();
        return;
      }
      const { readerId, number } = event;
      const first = kept ?? (isFresh ? lying?.number : null) ?? number;
      if (first !== number) {
        onChange({ name: 'refused' });
        return;
      }
      lying = { readerId, number };
      isFresh = true;
      callOffFading();
      callOffFading = after(SHOWN_FOR_SECONDS, fade);
      onChange({ name: 'presented' });
    },
    number: () => (isFresh ? (lying?.number ?? null) : null),
    keep(number) {
      kept = number;
      if (number === null) forgetShown();
    },
    read: () => ({ name: isFresh ? 'presented' : 'none' }),
  };

  function letGo(): void {
    const isKept = kept !== null && lying?.number === kept;
    lying = null;
    forgetShown();
    if (isKept) onKeptRemoved();
  }

  function forgetShown(): void {
    callOffFading();
    fade();
  }

  function fade(): void {
    if (kept === null) lying = null;
    if (!isFresh) return;
    isFresh = false;
    onChange({ name: 'none' });
  }
}
