/** The pages behind the links of e-mails: a plain form in any browser, and nothing of the person but their address. */
import { createHash } from 'node:crypto';
import { escaped } from '../../control/escaped.ts';

export type LinkPageState =
  | { name: 'validate'; email: string }
  | { name: 'validated' }
  | { name: 'newPassword'; fault: 'different' | 'tooEasy' | null }
  | { name: 'changed' }
  | { name: 'over' };

const STYLE = `
body { margin: 0; background: #fff; color: #1a1a1a; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.2; }
label { display: block; font-weight: bold; margin: 1.5rem 0 .5rem; }
input, button { box-sizing: border-box; width: 100%; min-height: 3.25rem; font: inherit; }
input { padding: .75rem; border: 2px solid #595959; border-radius: .5rem; }
button { margin-top: 1.5rem; border: 0; border-radius: .5rem; background: #003f7d; color: #fff; font-weight: bold; }
.problem { padding: .75rem; border-left: .4rem solid #b30000; background: #fdecec; }
`;

const WORDS = {
  fr: {
    validate: 'Valider votre adresse e-mail',
    validateText: (email: string) =>
      `Un compte en ligne EKIDOM est en cours de création à une borne, avec l’adresse ${email}.`,
    notYou: 'Si ce n’est pas vous, fermez cette page\u00a0: rien n’est créé.',
    validateButton: 'Valider mon adresse',
    validated: 'Votre adresse est validée',
    validatedText: 'Vous pouvez continuer à la borne, ou vous connecter sur le site.',
    newPassword: 'Choisir un nouveau mot de passe',
    newPasswordText: '12\u00a0caractères au moins\u00a0: par exemple trois ou quatre mots.',
    password: 'Nouveau mot de passe',
    again: 'Le même, une deuxième fois',
    change: 'Changer mon mot de passe',
    changed: 'Votre mot de passe est changé',
    changedText: 'Connectez-vous avec lui, à la borne ou sur le site.',
    over: 'Ce lien ne sert plus',
    overText: 'Il a déjà servi, ou son temps est passé. Demandez-en un autre à la borne ou sur le site.',
    faults: {
      different: 'Les deux mots de passe ne sont pas les mêmes.',
      tooEasy: 'Ce mot de passe est trop facile à deviner.',
    },
  },
  en: {
    validate: 'Validate your e-mail address',
    validateText: (email: string) =>
      `An EKIDOM online account is being created at a kiosk, with the address ${email}.`,
    notYou: 'If this was not you, close this page: nothing is created.',
    validateButton: 'Validate my address',
    validated: 'Your address is validated',
    validatedText: 'You can go on at the kiosk, or sign in on the website.',
    newPassword: 'Choose a new password',
    newPasswordText: '12 characters at least: three or four words, for instance.',
    password: 'New password',
    again: 'The same, a second time',
    change: 'Change my password',
    changed: 'Your password is changed',
    changedText: 'Sign in with it, at the kiosk or on the website.',
    over: 'This link is of no use any more',
    overText: 'It has been used, or its time is over. Ask for another one at the kiosk or on the website.',
    faults: {
      different: 'The two passwords are not the same.',
      tooEasy: 'This password is too easily guessed.',
    },
  },
} as const;

export const LINK_PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

export function linkPage(state: LinkPageState, language: keyof typeof WORDS): string {
  const title = WORDS[language][state.name];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${contentOf(state, language)}
</main>
</body>
</html>
`;
}

function contentOf(state: LinkPageState, language: keyof typeof WORDS): string {
  const words = WORDS[language];
  switch (state.name) {
    case 'validate':
      return `<p>${escaped(words.validateText(state.email))}</p>
<form method="post"><button>${words.validateButton}</button></form>
<p>${words.notYou}</p>`;
    case 'validated':
      return `<p>${words.validatedText}</p>`;
    case 'newPassword':
      return `${state.fault === null ? '' : `<p class="problem" role="alert">${words.faults[state.fault]}</p>`}
<p>${words.newPasswordText}</p>
<form method="post">
<label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required>
<label for="again">${words.again}</label>
<input id="again" name="again" type="password" autocomplete="new-password" required>
<button>${words.change}</button>
</form>`;
    case 'changed':
      return `<p>${words.changedText}</p>`;
    case 'over':
      return `<p>${words.overText}</p>`;
  }
}
