/** What a passer-by sees: who we are, what can be done here, and how to begin. The whole screen is the button. */
import './attract.css';
import type { Locale, SessionSnapshot } from '../../../preload/contract.ts';
import type { ResidenceAlert } from '../../../preload/information-contract.ts';
import { alertsDoor } from '../../app/alerts-door.ts';
import type { Here } from '../../app/here.ts';
import { tell } from '../../app/kiosk.ts';
import { quickPayDoor } from '../../app/quick-pay-door.ts';
import { attract as english, languages as englishNames } from '../../messages/en.json';
import { attract as french, languages as frenchNames } from '../../messages/fr.json';
import { pointerIcon } from './pointer-icon.ts';

interface Words {
  words: typeof french;
  languages: typeof frenchNames;
}

/** Only what is needed here: the whole catalogues come with the app. */
const WORDS: Readonly<Record<Locale, Words>> = {
  fr: { words: french, languages: frenchNames },
  en: { words: english, languages: englishNames },
};

export type AttractSnapshot = Extract<SessionSnapshot, { state: 'attract' }>;

/** Draws into `place`, over whatever is there. No React: this is the first thing to be painted. */
export function drawAttract(
  place: HTMLElement,
  { agency, locales }: Here,
  { access: { locale }, ended }: Pick<AttractSnapshot, 'access' | 'ended'>,
  /** What everybody may know; none until main has said so. */
  alerts: readonly ResidenceAlert[],
): void {
  const { words, languages } = WORDS[locale];
  const begin = () => void tell('session.begin', undefined);
  const pay = async () => {
    quickPayDoor.knock(null);
    // Whoever cannot begin now has not asked for anything.
    if ((await tell('session.begin', undefined)) !== null) quickPayDoor.close();
  };
  const readAlerts = async () => {
    alertsDoor.knock();
    if ((await tell('session.begin', undefined)) !== null) alertsDoor.close();
  };
  const beginIn = async (chosen: Locale) => {
    await tell('session.setAccess', { locale: chosen });
    begin();
  };

  const [first] = alerts;
  /** The first, and how many there are: all of them are on the screen behind it. */
  const alertButton = ({ title, residences }: ResidenceAlert) =>
    element(
      'button',
      {
        className: 'attract__button attract__alert',
        type: 'button',
        onclick: () => void readAlerts(),
      },
      [
        element('span', {
          textContent: `${title[locale]} · ${residences.map(({ name }) => name).join(', ')}`,
        }),
        element('span', {
          className: 'attract__more',
          textContent:
            alerts.length === 1 ? words.alert : words.alerts.replace('{{count}}', String(alerts.length)),
        }),
      ],
    );

  place.replaceChildren(
    element('main', { className: 'attract' }, [
      element('div', { className: 'attract__landlord' }, [
        element('p', { className: 'attract__name', textContent: words.landlord }),
        ...(agency.name === words.landlord
          ? []
          : [element('p', { className: 'attract__agency', textContent: agency.name })]),
      ]),
      element('div', { className: 'attract__invitation' }, [
        // Said to whoever has just left, in the picture's place; the invitation is already the next person's.
        ended === null
          ? pointerIcon('attract__icon')
          : element('p', { className: 'attract__ended', role: 'status', textContent: words.ended[ended] }),
        element('h1', { className: 'attract__title', textContent: words.invitation }),
        element('p', { textContent: words.offer }),
      ]),
      element('button', {
        className: 'attract__touch',
        type: 'button',
        ariaLabel: words.invitation,
        onclick: begin,
      }),
      ...(first ? [element('div', { className: 'attract__alerts' }, [alertButton(first)])] : []),
      element('div', { className: 'attract__pay' }, [
        element('button', {
          className: 'attract__button',
          type: 'button',
          textContent: words.quickPay,
          onclick: () => void pay(),
        }),
      ]),
      element(
        'section',
        { className: 'attract__languages', ariaLabel: languages.label },
        locales.map((each) =>
          element('button', {
            className: 'attract__button attract__language',
            type: 'button',
            lang: each,
            ariaCurrent: String(each === locale),
            textContent: languages[each],
            onclick: () => void beginIn(each),
          }),
        ),
      ),
    ]),
  );
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
