export type Language = 'fr' | 'en';

/** An e-mail is read by anybody on its way: it says what for, and nothing of what stands in the account. */
export function validationEmail(link: string, language: Language): { subject: string; text: string } {
  return language === 'fr'
    ? {
        subject: 'Validez votre adresse e-mail',
        text: `Bonjour,\n\nVous créez votre compte en ligne EKIDOM à une borne.\nPour le valider, ouvrez ce lien sur votre téléphone et touchez « Valider mon adresse » :\n\n${link}\n\nCe lien est valable 24 heures.\nSi ce n’est pas vous, n’ouvrez pas ce lien : sans lui, rien n’est créé.\n`,
      }
    : {
        subject: 'Validate your e-mail address',
        text: `Hello,\n\nYou are creating your EKIDOM online account at a kiosk.\nTo validate it, open this link on your telephone and touch “Validate my address”:\n\n${link}\n\nThis link is good for 24 hours.\nIf this was not you, do not open it: without it, nothing is created.\n`,
      };
}

export function passwordResetEmail(
  { code, link }: { code: string; link: string },
  language: Language,
): { subject: string; text: string } {
  return language === 'fr'
    ? {
        subject: 'Votre nouveau mot de passe',
        text: `Bonjour,\n\nVous avez demandé un nouveau mot de passe à une borne EKIDOM.\n\nÀ la borne, tapez ce code : ${code}\n\nOu choisissez-le sur votre téléphone :\n${link}\n\nLe code et le lien sont valables 15 minutes.\nSi ce n’est pas vous, ne faites rien : votre mot de passe ne change pas. Ne donnez ce code à personne.\n`,
      }
    : {
        subject: 'Your new password',
        text: `Hello,\n\nYou asked for a new password at an EKIDOM kiosk.\n\nAt the kiosk, type this code: ${code}\n\nOr choose it on your telephone:\n${link}\n\nThe code and the link are good for 15 minutes.\nIf this was not you, do nothing: your password stays as it is. Give this code to nobody.\n`,
      };
}
