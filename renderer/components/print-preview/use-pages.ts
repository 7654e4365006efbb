import { useEffect, useState } from 'react';
import type { Result } from '../../../preload/contract.ts';
import type { Pages } from './open-pages.ts';

export type PagesInHand = { name: 'opening' } | { name: 'open'; pages: Pages } | { name: 'notShown' };

/** Has to stay the same function from one drawing to the next. */
export type FetchPdf = () => Promise<Result<Uint8Array>>;

/** The pages of a document, for as long as they are looked at. */
export function usePages(fetchPdf: FetchPdf): PagesInHand {
  const [inHand, setInHand] = useState<PagesInHand>({ name: 'opening' });

  useEffect(() => {
    let isWanted = true;
    let opened: Pages | null = null;
    openPagesOf(fetchPdf).then(
      (pages) => {
        if (!isWanted) return pages?.close();
        opened = pages;
        setInHand(pages ? { name: 'open', pages } : { name: 'notShown' });
      },
      () => isWanted && setInHand({ name: 'notShown' }),
    );
    return () => {
      isWanted = false;
      opened?.close();
    };
  }, [fetchPdf]);

  return inHand;
}

async function openPagesOf(fetchPdf: FetchPdf): Promise<Pages | null> {
  const [{ openPages }, shown] = await Promise.all([import('./open-pages.ts'), fetchPdf()]);
  return shown.ok ? openPages(shown.value) : null;
}
