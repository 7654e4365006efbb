/**
 * The steps that belong to the person alone: they pay, sign or say who they are. While a member of staff stands beside
 * them, such a step is covered until the screen has been handed over; who guides from the desk sees nothing of it.
 */
import { createContext, use, useEffect, useLayoutEffect, useRef } from 'react';

export interface AloneWish {
  /** The step on the screen, and the one in the staff member's tool: each with the way back from it. */
  ofScreen: AloneStep | null;
  ofTool: AloneStep | null;
  /** Asked for from elsewhere: a private field was touched, or main refused a call for that reason. */
  isWished: boolean;
}

export interface AloneStep {
  onBack(): void;
}

/** Where a step stands. */
export const LayerContext = createContext<'ofScreen' | 'ofTool'>('ofScreen');

const listeners = new Set<() => void>();
let wish: AloneWish = { ofScreen: null, ofTool: null, isWished: false };

export const aloneSteps = {
  read: () => wish,
  /** @returns the way to stop listening */
  subscribe(listen: () => void): () => void {
    listeners.add(listen);
    return () => listeners.delete(listen);
  },
  knock: () => change({ isWished: true }),
  dismiss: () => change({ isWished: false }),
};

/** @param onBack the way back from this step, for whoever does not want to be alone with it */
export function usePersonAlone(onBack: () => void): void {
  const layer = use(LayerContext);
  const latest = useRef(onBack);
  useEffect(() => {
    latest.current = onBack;
  });
  // Before it is painted: the mirror reads it off the page.
  useLayoutEffect(() => {
    const step: AloneStep = { onBack: () => latest.current() };
    change({ [layer]: step });
    markPage();
    return () => {
      if (wish[layer] === step) change({ [layer]: null });
      markPage();
    };
  }, [layer]);
}

function change(to: Partial<AloneWish>): void {
  wish = { ...wish, ...to };
  for (const listen of listeners) listen();
}

function markPage(): void {
  document.documentElement.toggleAttribute('data-alone', wish.ofScreen !== null || wish.ofTool !== null);
}
