/** What each shape of the picture means, in words beside it. */
import './chart.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from './series.ts';

export function Legend({ rows, nowWord }: { rows: readonly Row[]; nowWord: string }) {
  const { t } = useTranslation();
  return (
    <ul className="consumption__legend" aria-label={t('consumption.legend')}>
      <Entry word={nowWord}>
        <rect className="chart__bar" x="6" y="3" width="12" height="18" />
      </Entry>
      {rows.some(({ isEstimated }) => isEstimated) && (
        <Entry word={t('consumption.legendEstimated')}>
          <rect className="chart__bar chart__bar--estimated" x="6" y="3" width="12" height="18" />
        </Entry>
      )}
      {rows.some(({ before }) => before !== null) && (
        <Entry word={t('consumption.legendBefore')}>
          <line className="chart__curve" x1="0" x2="24" y1="12" y2="12" />
          <circle className="chart__point" cx="12" cy="12" r="5" />
        </Entry>
      )}
      {rows.some(({ similar }) => similar !== null) && (
        <Entry word={t('consumption.legendSimilar')}>
          <line className="chart__curve chart__curve--similar" x1="0" x2="24" y1="12" y2="12" />
          <rect className="chart__point chart__point--similar" x="7" y="7" width="10" height="10" />
        </Entry>
      )}
      {rows.some(({ used }) => used === null) && <li>{t('consumption.legendMissing')}</li>}
    </ul>
  );
}

function Entry({ word, children }: { word: string; children: ReactNode }) {
  return (
    <li>
      <svg className="consumption__sign" viewBox="0 0 24 24" aria-hidden>
        {children}
      </svg>
      {word}
    </li>
  );
}
