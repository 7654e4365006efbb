/** The languages of the screens. Apart from the contract: the configuration is read before anything is said. */
export const LOCALES = ['fr', 'en'] as const;
