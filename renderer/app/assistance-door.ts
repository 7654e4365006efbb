/**
 * Whether somebody wants help with their online account, from wherever they are: the help of every screen leads there,
 * and the screens of whoever is there, signed in or not, listen.
 */
const listeners = new Set<() => void>();
let isOpen = false;

export const assistanceDoor = {
  isOpen: () => isOpen,
  knock: () => set(true),
  close: () => set(false),
  /** @returns the way to stop listening */
  subscribe(listen: () => void): () => void {
    listeners.add(listen);
    return () => listeners.delete(listen);
  },
};

function set(next: boolean): void {
  isOpen = next;
  for (const listen of listeners) listen();
}
