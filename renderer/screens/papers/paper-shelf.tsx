/** A list of papers, and in its place the one that was taken from it. */
import { type ReactNode, useState } from 'react';
import { PaperDesk, type PaperDeskProps, type PaperInHand } from './paper-desk.tsx';

export interface PaperShelfProps extends Omit<PaperDeskProps, 'paper' | 'onBack'> {
  list(take: (paper: PaperInHand) => void): ReactNode;
}

export function PaperShelf({ list, ...desk }: PaperShelfProps) {
  const [inHand, setInHand] = useState<PaperInHand | null>(null);
  return inHand ? <PaperDesk {...desk} paper={inHand} onBack={() => setInHand(null)} /> : list(setInHand);
}
