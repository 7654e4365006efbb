/** What every screen may need to know: this kiosk, and how the person wants to see it. */
import { createContext, use } from 'react';
import type { Access, SessionSnapshot } from '../../preload/contract.ts';
import type { Here } from './here.ts';

export interface Surroundings {
  here: Here;
  access: Access;
  state: SessionSnapshot['state'];
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useHere(): Here {
  return useSurroundings().here;
}

export function useAccess(): Access {
  return useSurroundings().access;
}

export function useSessionState(): SessionSnapshot['state'] {
  return useSurroundings().state;
}

function useSurroundings(): Surroundings {
  const surroundings = use(SurroundingsContext);
  if (!surroundings) throw new Error('a screen was drawn outside the app');
  return surroundings;
}
