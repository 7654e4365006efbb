/** What a passer-by sees: who we are, what can be done here, and how to begin. The whole screen is the button. */
import './attract.css';
import { Pointer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../preload/contract.ts';
import { tell } from '../../app/kiosk.ts';
import { useAccess, useBootstrap } from '../../app/surroundings.ts';

export function Attract() {
  const { t } = useTranslation();
  const { agency, locales } = useBootstrap();
  const { locale } = useAccess();

  const begin = () => void tell('session.begin', undefined);
  const beginIn = async (chosen: Locale) => {
    await tell('session.setAccess', { locale: chosen });
    begin();
  };

  return (
    <main className="attract">
      <div className="attract__landlord">
        <p className="attract__name">{t('attract.landlord')}</p>
        {agency.name !== t('attract.landlord') && <p className="attract__agency">{agency.name}</p>}
      </div>
      <div className="attract__invitation">
        <Pointer className="attract__icon" aria-hidden />
        <h1 className="attract__title">{t('attract.invitation')}</h1>
        <p>{t('attract.offer')}</p>
      </div>
      <button type="button" className="attract__touch" aria-label={t('attract.invitation')} onClick={begin} />
      <section className="attract__languages" aria-label={t('languages.label')}>
        {locales.map((each) => (
          <button
            key={each}
            type="button"
            className="attract__language"
            lang={each}
            aria-current={each === locale}
            onClick={() => void beginIn(each)}
          >
            {t(`languages.${each}`)}
          </button>
        ))}
      </section>
    </main>
  );
}
