import { useCallback } from 'react';
import { ask } from '../../app/kiosk.ts';
import { PageByPage } from './page-by-page.tsx';

/** The pages of a document that waits to be confirmed. */
export function JobPages({ jobId, pagesTotal }: { jobId: string; pagesTotal: number }) {
  const fetchPdf = useCallback(() => ask('printing.shown', { jobId }), [jobId]);
  return <PageByPage fetchPdf={fetchPdf} pagesTotal={pagesTotal} />;
}
