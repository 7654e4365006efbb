/**
 * Whether staff want in: by the gesture, or with a badge. Both are watched for before the app is there, so this stands
 * between the two.
 */

const listeners = new Set<() => void>();
let wanted: 'no' | 'gesture' | 'badge' = 'no';

export const staffDoor = {
  isWanted: () => wanted !== 'no',
  hasBadge: () => wanted === 'badge',
  knock: () => set('gesture'),
  knockWithBadge: () => set('badge'),
  close: () => set('no'),
  /** @returns the way to stop listening */
  subscribe(listen: () => void): () => void {
    listeners.add(listen);
    return () => listeners.delete(listen);
  },
};

function set(next: typeof wanted): void {
  if (next === wanted) return;
  wanted = next;
  for (const listen of listeners) listen();
}
import { createDoor } from './door.ts';

/** Whether the code pad is wanted. The gesture is watched for before the app is there, so this stands between the two. */
export const staffDoor = createDoor(() => true);
