/** Whether the code pad is wanted. The gesture is watched for before the app is there, so this stands between the two. */

const listeners = new Set<() => void>();
let wanted = false;

export const staffDoor = {
  isWanted: () => wanted,
  knock: () => set(true),
  close: () => set(false),
  /** @returns the way to stop listening */
  subscribe(listen: () => void): () => void {
    listeners.add(listen);
    return () => listeners.delete(listen);
  },
};

function set(next: boolean): void {
  if (next === wanted) return;
  wanted = next;
  for (const listen of listeners) listen();
}
