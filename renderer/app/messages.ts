/**
 * The languages of the screens, each fetched when it is spoken for the first time. Each catalogue has the keys of the
 * French one; the compiler checks both ways.
 */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../../preload/contract.ts';
import type french from '../messages/fr.json';

type Catalogue = typeof french;

/** Plural forms differ between languages, all else must be there. */
type WithoutPlurals<Messages> = {
  [Key in keyof Messages as Key extends `${string}_many` ? never : Key]: WithoutPlurals<Messages[Key]>;
};

const fetchCatalogue = {
  fr: async () => (await import('../messages/fr.json?catalogue')).default,
  en: async () => (await import('../messages/en.json?catalogue')).default,
} satisfies Record<Locale, () => Promise<WithoutPlurals<Catalogue>>>;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Catalogue };
  }
}

const NAMESPACE = 'translation';

/** What a language needs to be spoken. */
export interface Languages {
  knows(locale: Locale): boolean;
  learn(locale: Locale): Promise<void>;
  /** One that is known: from here on, every text is in it. */
  speak(locale: Locale): void;
}

export function createLanguages(): Languages {
  void i18next.use(initReactI18next).init({
    // What is known is there at once: the first paint need not wait for a tick.
    initAsync: false,
    fallbackLng: false,
    resources: {},
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });

  return {
    knows: (locale) => i18next.hasResourceBundle(locale, NAMESPACE),
    async learn(locale) {
      i18next.addResourceBundle(locale, NAMESPACE, await fetchCatalogue[locale]());
    },
    speak(locale) {
      if (i18next.language !== locale) void i18next.changeLanguage(locale);
    },
  };
}

/** All that is said in a language, for whoever compares two. */
export function readCatalogue(locale: Locale): Promise<WithoutPlurals<Catalogue>> {
  return fetchCatalogue[locale]();
}

/** Fetched before it is needed, so that the first screen need not wait for it. */
export function prefetchMessages(locale: Locale): void {
  void fetchCatalogue[locale]();
}
