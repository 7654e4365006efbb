/** The languages of the screens. Each catalogue has the keys of the French one; the compiler checks both ways. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../../preload/contract.ts';
import english from '../messages/en.json';
import french from '../messages/fr.json';

type Catalogue = typeof french;

/** Plural forms differ between languages, all else must be there. */
type WithoutPlurals<Messages> = {
  [Key in keyof Messages as Key extends `${string}_many` ? never : Key]: WithoutPlurals<Messages[Key]>;
};

const catalogues = { fr: french, en: english } satisfies Record<Locale, WithoutPlurals<Catalogue>>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Catalogue };
  }
}

export function startMessages(locale: Locale): void {
  void i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'fr',
    // Everything is bundled: the first paint need not wait for a tick.
    initAsync: false,
    resources: {
      fr: { translation: catalogues.fr },
      en: { translation: catalogues.en },
    },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

export function speak(locale: Locale): void {
  if (i18next.language !== locale) void i18next.changeLanguage(locale);
}
