/** What the telephone's page says. */
export interface UploadWords {
  readonly title: string;
  readonly lead: string;
  readonly choose: string;
  readonly limits: string;
  readonly until: (minutes: number) => string;
  readonly send: string;
  readonly sending: string;
  readonly failed: string;
  readonly received: string;
  readonly receivedNext: string;
  readonly over: string;
  readonly overNext: string;
  readonly refusals: Readonly<Record<UploadRefusal, string>>;
}

export type UploadRefusal = 'noFile' | 'tooMany' | 'tooBig' | 'notUnderstood';
export type UploadLanguage = 'fr' | 'en';

export const UPLOAD_WORDS: Readonly<Record<UploadLanguage, UploadWords>> = {
  fr: {
    title: 'Envoyer vos fichiers à la borne',
    lead: 'Choisissez vos photos ou vos documents\u00a0: ils s’affichent ensuite sur l’écran de la borne.',
    choose: 'Vos fichiers',
    limits: 'De 1 à 5 fichiers, PDF ou photos, 20\u00a0Mo au plus chacun. Un seul envoi.',
    until: (minutes) =>
      minutes <= 1 ? 'Cette page reste ouverte 1 minute.' : `Cette page reste ouverte ${minutes} minutes.`,
    send: 'Envoyer',
    sending: 'Envoi en cours. Gardez cette page ouverte.',
    failed: 'L’envoi a été coupé. Vos fichiers ne sont pas partis\u00a0: vous pouvez recommencer.',
    received: 'Vos fichiers sont arrivés',
    receivedNext: 'Regardez l’écran de la borne pour les vérifier. Vous pouvez fermer cette page.',
    over: 'Cette page n’est plus ouverte',
    overNext: 'Elle a déjà servi, ou son temps est passé. Demandez un nouveau code à la borne.',
    refusals: {
      noFile: 'Choisissez au moins un fichier.',
      tooMany: 'Il y a trop de fichiers\u00a0: choisissez-en 5 au plus.',
      tooBig: 'Un fichier dépasse 20\u00a0Mo\u00a0: choisissez-en un plus petit.',
      notUnderstood: 'L’envoi n’est pas arrivé entier. Vous pouvez recommencer.',
    },
  },
  en: {
    title: 'Send your files to the kiosk',
    lead: 'Choose your photos or documents: they are then shown on the screen of the kiosk.',
    choose: 'Your files',
    limits: '1 to 5 files, PDF or photos, 20 MB each at the most. You can send once.',
    until: (minutes) =>
      minutes <= 1 ? 'This page stays open for 1 minute.' : `This page stays open for ${minutes} minutes.`,
    send: 'Send',
    sending: 'Sending. Keep this page open.',
    failed: 'The sending was cut off. Your files have not gone: you can try again.',
    received: 'Your files have arrived',
    receivedNext: 'Look at the screen of the kiosk to check them. You can close this page.',
    over: 'This page is not open any more',
    overNext: 'It has been used, or its time is over. Ask for a new code at the kiosk.',
    refusals: {
      noFile: 'Choose one file at least.',
      tooMany: 'There are too many files: choose 5 at the most.',
      tooBig: 'A file is larger than 20 MB: choose a smaller one.',
      notUnderstood: 'What you sent has not arrived whole. You can try again.',
    },
  },
};

/** `Accept-Language` of RFC 9110: English where it is liked better than French, French otherwise. */
export function languageOf(acceptLanguage: string): UploadLanguage {
  const liking = { fr: 0, en: 0 };
  for (const wish of acceptLanguage.toLowerCase().split(',').slice(0, 20)) {
    const [range = '', ...parameters] = wish.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const language = range.split('-')[0];
    if (language === 'fr' || language === 'en') {
      liking[language] = Math.max(liking[language], weight === undefined ? 1 : Number(weight) || 0);
    }
  }
  return liking.en > liking.fr ? 'en' : 'fr';
}
