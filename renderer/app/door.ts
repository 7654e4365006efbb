export interface Door<Knock extends unknown[], Wish> {
  /** Null while nobody has knocked. */
  wish(): Wish | null;
  knock(...knock: Knock): void;
  close(): void;
  /** @returns the way to stop listening */
  subscribe(listen: () => void): () => void;
}

/** Between those who want something, from wherever they are, and the screens that are to answer it once they are there. */
export function createDoor<Knock extends unknown[], Wish>(
  wishOf: (...knock: Knock) => Wish,
): Door<Knock, Wish> {
  const listeners = new Set<() => void>();
  let wish: Wish | null = null;

  function set(next: Wish | null): void {
    if (next === wish) return;
    wish = next;
    for (const listen of listeners) listen();
  }

  return {
    wish: () => wish,
    knock: (...knock) => set(wishOf(...knock)),
    close: () => set(null),
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}
