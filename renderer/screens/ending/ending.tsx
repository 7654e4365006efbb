/** The short goodbye while main wipes. */
import './ending.css';
import { useTranslation } from 'react-i18next';
import { useArrival } from '../../accessibility/use-arrival.ts';

export function Ending() {
  const { t } = useTranslation();
  const heading = useArrival();
  return (
    <main className="ending">
      <h1 ref={heading} tabIndex={-1} className="ending__title">
        {t('ending.title')}
      </h1>
      <p role="status">{t('ending.text')}</p>
      <p>{t('ending.paper')}</p>
    </main>
  );
}
