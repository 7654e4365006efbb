import { useEffect, useState } from 'react';
import { ask } from '../../app/kiosk.ts';
import type { Pages } from './open-pages.ts';

export type PagesInHand = { name: 'opening' } | { name: 'open'; pages: Pages } | { name: 'notShown' };

/** The pages of a document that waits to be confirmed, for as long as they are looked at. */
export function usePages(jobId: string): PagesInHand {
  const [inHand, setInHand] = useState<PagesInHand>({ name: 'opening' });

  useEffect(() => {
    let isWanted = true;
    let opened: Pages | null = null;
    openPagesOf(jobId).then(
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
  }, [jobId]);

  return inHand;
}

async function openPagesOf(jobId: string): Promise<Pages | null> {
  const [{ openPages }, shown] = await Promise.all([
    import('./open-pages.ts'),
    ask('printing.shown', { jobId }),
  ]);
  return shown.ok ? openPages(shown.value) : null;
}
