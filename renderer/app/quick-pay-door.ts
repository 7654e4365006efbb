/**
 * Whether somebody wants to pay a rent notice without signing in: by a touch, or by a scan from wherever they are. Both
 * can come before the app is there, so this stands between the two.
 */

export interface QuickPayWish {
  /** What was scanned; null when the person is still to say which notice. */
  readonly code: string | null;
}

const listeners = new Set<() => void>();
let wish: QuickPayWish | null = null;

export const quickPayDoor = {
  wish: () => wish,
  /** Each knock is a new wish, though the same code was scanned again. */
  knock: (code: string | null) => set({ code }),
  close: () => set(null),
  /** @returns the way to stop listening */
  subscribe(listen: () => void): () => void {
    listeners.add(listen);
    return () => listeners.delete(listen);
  },
};

function set(next: QuickPayWish | null): void {
  wish = next;
  for (const listen of listeners) listen();
}
