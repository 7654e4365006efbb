import { useTranslation } from 'react-i18next';

/** The calm before the first screen: the ground colour for those who see, a sentence for those who listen. */
export function Starting() {
  const { t } = useTranslation();
  return (
    <main>
      <h1 className="only-heard">{t('starting.title')}</h1>
      <p className="only-heard" role="status">
        {t('starting.text')}
      </p>
    </main>
  );
}
