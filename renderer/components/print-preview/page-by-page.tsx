/** The pages of a document, one at a time, as they are or will be on paper. */
import './page-by-page.css';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import { ScrollArea } from '../scroll-area/scroll-area.tsx';
import { Waiting } from '../waiting/waiting.tsx';
import type { Pages } from './open-pages.ts';
import { type FetchPdf, usePages } from './use-pages.ts';

export interface PageByPageProps {
  fetchPdf: FetchPdf;
  pagesTotal: number;
}

export function PageByPage({ fetchPdf, pagesTotal }: PageByPageProps) {
  const { t } = useTranslation();
  const inHand = usePages(fetchPdf);
  const [page, setPage] = useState(1);

  if (inHand.name === 'notShown') return <Notice kind="information">{t('printing.preview.notShown')}</Notice>;
  return (
    <div className="page-by-page">
      <div className="page-by-page__turn">
        <Button icon={ChevronLeft} isDisabled={page === 1} onPress={() => setPage(page - 1)}>
          {t('printing.preview.previous')}
        </Button>
        <p aria-live="polite">{t('printing.page', { page, count: pagesTotal })}</p>
        <Button icon={ChevronRight} isDisabled={page === pagesTotal} onPress={() => setPage(page + 1)}>
          {t('printing.preview.next')}
        </Button>
      </div>
      {inHand.name === 'open' ? (
        <ScrollArea key={page}>
          <PagePicture pages={inHand.pages} page={page} pagesTotal={pagesTotal} />
        </ScrollArea>
      ) : (
        <Waiting
          text={t('printing.preview.opening')}
          explanation={t('printing.preview.openingExplained')}
          longText={t('printing.preview.openingLong')}
        />
      )}
    </div>
  );
}

function PagePicture({ pages, page, pagesTotal }: { pages: Pages; page: number; pagesTotal: number }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);

  useEffect(() => {
    const unwanted = new AbortController();
    if (canvas.current) {
      pages.draw(page, canvas.current, unwanted.signal).then(
        () => !unwanted.signal.aborted && setDrawn(true),
        () => setDrawn(false),
      );
    }
    return () => unwanted.abort();
  }, [pages, page]);

  return (
    <canvas
      ref={canvas}
      className="page-by-page__picture"
      role="img"
      aria-busy={!isDrawn}
      aria-label={t('printing.preview.picture', { page, count: pagesTotal })}
    />
  );
}
