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

type Shown = Pick<AttractSnapshot, 'access' | 'ended'>;

interface Drawing {
  readonly here: Here;
  readonly main: HTMLElement;
  /** `alerts`: what everybody may know; none until main has said so. */
  show(snapshot: Shown, alerts: readonly ResidenceAlert[]): void;
}

const drawings = new WeakMap<HTMLElement, Drawing>();

/**
 * Draws into `place`, over whatever is there. No React: this is the first thing to be painted. What stands already is
 * changed and never drawn anew: a button that somebody has under their finger, or has walked to by the Tab key, stays.
 */
export function drawAttract(
  place: HTMLElement,
  here: Here,
  snapshot: Shown,
  alerts: readonly ResidenceAlert[],
): void {
  const before = drawings.get(place);
  const stands = before?.here === here && before.main.parentNode === place;
  const drawing = stands ? before : createDrawing(here);
  drawing.show(snapshot, alerts);
  if (stands) return;
  drawings.set(place, drawing);
  place.replaceChildren(drawing.main);
}

function createDrawing(here: Here): Drawing {
  const { agency, locales } = here;
  const name = element('p', { className: 'attract__name' });
  const agencyName = element('p', { className: 'attract__agency', textContent: agency.name });
  // Said to whoever has just left, in the picture's place; the invitation is already the next person's.
  const icon = pointerIcon('attract__icon');
  const farewell = element('p', { className: 'attract__ended', role: 'status' });
  const title = element('h1', { className: 'attract__title' });
  const offer = element('p', {});
  const invitation = element('div', { className: 'attract__invitation' }, [icon, title, offer]);
  const touch = button('attract__touch', () => void begin());
  const alert = createAlertStrip();
  const pay = button('attract__button', () => void beginAt(quickPayDoor, () => quickPayDoor.knock(null)));
  const choices = locales.map(
    (each) =>
      [each, button('attract__button attract__language', () => void beginIn(each), { lang: each })] as const,
  );
  const languageBar = element(
    'section',
    { className: 'attract__languages' },
    choices.map(([, choice]) => choice),
  );
  const main = element('main', { className: 'attract' }, [
    element('div', { className: 'attract__landlord' }, [name, agencyName]),
    invitation,
    touch,
    element('div', { className: 'attract__pay' }, [pay]),
    languageBar,
  ]);

  return {
    here,
    main,
    show({ access: { locale }, ended }, alerts) {
      const { words, languages } = WORDS[locale];
      write(name, words.landlord);
      agencyName.hidden = agency.name === words.landlord;
      if (ended === null) farewell.replaceWith(icon);
      else {
        write(farewell, words.ended[ended]);
        icon.replaceWith(farewell);
      }
      write(title, words.invitation);
      write(offer, words.offer);
      touch.ariaLabel = words.invitation;
      alert.show(alerts, locale);
      if (alerts.length === 0) alert.place.remove();
      else if (!alert.place.isConnected) touch.after(alert.place);
      write(pay, words.quickPay);
      languageBar.ariaLabel = languages.label;
      for (const [each, choice] of choices) {
        choice.ariaCurrent = String(each === locale);
        write(choice, languages[each]);
      }
    },
  };
}

/** The first, and how many there are: all of them are on the screen behind it. */
function createAlertStrip() {
  const title = element('span', {});
  const more = element('span', { className: 'attract__more' });
  const strip = button(
    'attract__button attract__alert',
    () => void beginAt(alertsDoor, () => alertsDoor.knock()),
  );
  strip.append(title, more);
  return {
    place: element('div', { className: 'attract__alerts' }, [strip]),
    show(alerts: readonly ResidenceAlert[], locale: Locale): void {
      const [first] = alerts;
      if (!first) return;
      const { words } = WORDS[locale];
      write(title, `${first.title[locale]} · ${first.residences.map(({ name }) => name).join(', ')}`);
      const { length } = alerts;
      write(more, length === 1 ? words.alert : words.alerts.replace('{{count}}', String(length)));
    },
  };
}

function begin() {
  return tell('session.begin', undefined);
}

async function beginIn(chosen: Locale): Promise<void> {
  await tell('session.setAccess', { locale: chosen });
  await begin();
}

async function beginAt(door: { close(): void }, knock: () => void): Promise<void> {
  knock();
  // Whoever cannot begin now has not asked for anything.
  if ((await begin()) !== null) door.close();
}

function button(className: string, onclick: () => void, more: { lang?: Locale } = {}): HTMLButtonElement {
  return element('button', { className, type: 'button', onclick, ...more });
}

/** What stays the same is not announced a second time. */
function write(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
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
