import './pages-bar.css';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';

export interface PagesBarProps {
  /** Null when the printer does not count. */
  printed: number | null;
  total: number;
}

/** The page that the printer is at, as the printer tells it. */
export function PagesBar({ printed, total }: PagesBarProps) {
  const { t } = useTranslation();
  if (printed === null) return <p className="progress__page">{t('printing.uncounted', { count: total })}</p>;

  const words = t('printing.page', { page: Math.min(printed + 1, total), count: total });
  return (
    <ProgressBar className="pages-bar" value={printed} maxValue={total} valueLabel={words}>
      {({ percentage }) => (
        <>
          <Label className="only-heard">{t('printing.progress')}</Label>
          <p className="progress__page">{words}</p>
          <div className="pages-bar__track">
            <div className="pages-bar__done" style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
