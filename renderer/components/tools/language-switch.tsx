/** Each language under its own name. */
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../preload/contract.ts';
import { tell } from '../../app/kiosk.ts';
import { useAccess, useHere } from '../../app/surroundings.ts';
import { Choices } from './choices.tsx';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const { locales } = useHere();
  const { locale } = useAccess();
  if (locales.length < 2) return null;
  return (
    <Choices<Locale>
      label={t('languages.label')}
      chosen={locale}
      options={locales.map((each) => ({ value: each, word: t(`languages.${each}`), lang: each }))}
      onChoose={(chosen) => void tell('session.setAccess', { locale: chosen })}
    />
  );
}
