/**
 * Tells a scanner or a badge reader in keyboard mode from a person: they type a whole code within a few milliseconds a
 * key, and then Enter. What they type is taken out of the keyboard's way, so that no field ever gets it; so is what a
 * card reader types.
 *
 * Whether a key is the first of a burst shows only with the next one. So a sign that a burst can begin with (a figure,
 * the mark's first letter, the first signs of a magnetic track) is held back until it is clear, for 35 ms: two frames
 * of the screen, which nobody notices. All other keys go straight on, unless a burst is under way.
 */
import { beginsTypedBadge, readTypedBadge, type TypedBadge } from '../badge-reader/typed-badge.ts';
import { asOnAmericanKeys } from './american-keys.ts';
import { looksLikeTrack } from './track-shaped-input.ts';

/** Scanners leave a few milliseconds between two keys, the slowest about 20; nobody types this fast for long. */
export const BURST_GAP_MS = 35;
/** So many signs in one go are a machine's, and it may take a breath. */
const SIGNS_OF_A_MACHINE = 4;
const BREATH_MS = 100;
/** What follows a track belongs to it until the reader has been silent for so long, or has sent Enter. */
const TRACK_SILENCE_MS = 1_000;
/** How long what went on to the page may still turn out to have been the beginning of a track. */
const REMEMBERED_MS = 500;
const MOST_REMEMBERED = 40;
/** A timer that is so late was held up by something else, and keys are waiting behind it. */
const LATE_MS = 15;
/** The shortest of what is in shops (EAN-13). Fewer figures in a row are a staff code, or somebody's telephone number. */
const FEWEST_FIGURES = 13;
/** Three tracks have 226 signs (ISO/IEC 7811). */
const MOST_SIGNS = 300;

/** `%`, `;` and `B` as the beginning of a track, and what French keys make of them and of figures. */
const BEGINS_BURST = /^[0-9%;bmM&é"'(\-è_çà]$/i;
const ENDS_BURST: readonly string[] = ['Enter', 'Tab'];
const HELD_WHILE_TYPING: readonly string[] = ['Shift', 'CapsLock', 'AltGraph', 'NumLock'];

/** A key as it goes down. */
export interface PressedKey {
  /** What it types, or its name: `KeyboardEvent.key`. */
  readonly key: string;
  /** It is held down and repeats itself. */
  readonly isRepeat: boolean;
}

export interface KeyBursts {
  /** Whether the key is taken: then the page must not have it. */
  takes(pressed: PressedKey): boolean;
  /** The page is gone. */
  stop(): void;
}

export function createKeyBursts(from: {
  /** What a code begins with, in capitals. Codes of figures alone need none. */
  mark: string;
  /** How badges are typed here. Asked at each key: a configuration is read after the first page is there. */
  badges?: () => readonly TypedBadge[];
  onBadge?: (number: string) => void;
  /** These were a person's: they go to the page after all. Called before `takes` returns, so that their order stays. */
  giveBack: (signs: string) => void;
  onScan: (text: string) => void;
  /** Something in the form of a card's track was typed, and is gone. */
  onTrack: () => void;
}): KeyBursts {
  const { mark, badges = () => [], onBadge = () => {}, giveBack, onScan, onTrack } = from;
  let held = '';
  /** What follows is not looked at any more, until it is over. */
  let isDropping = false;
  /** The last signs that went on to the page. */
  let gone = { signs: '', at: 0 };
  let timer: NodeJS.Timeout | undefined;
  let forgetting: NodeJS.Timeout | undefined;

  return {
    takes({ key, isRepeat }) {
      const isUnderWay = held !== '' || isDropping;
      if (HELD_WHILE_TYPING.includes(key)) {
        if (isUnderWay) wait();
        return false;
      }
      if (isDropping) {
        if (ENDS_BURST.includes(key)) finish(true);
        else wait();
        return true;
      }
      if (isSign(key) && !isRepeat) return hold(key, isUnderWay);
      return isUnderWay && finish(ENDS_BURST.includes(key));
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(forgetting);
    },
  };

  function hold(sign: string, isUnderWay: boolean): boolean {
    if (!isUnderWay && !canBegin(sign)) {
      remember(sign);
      return false;
    }
    held += sign;
    if (looksLikeTrack(remembered() + held)) {
      drop();
      onTrack();
    } else if (held.length > MOST_SIGNS) drop();
    wait();
    return true;
  }

  function canBegin(sign: string): boolean {
    const isOfBadge = badges().some((badge) => beginsTypedBadge(badge, sign));
    return isOfBadge || BEGINS_BURST.test(sign) || mark.startsWith(sign.toUpperCase());
  }

  function drop(): void {
    held = '';
    isDropping = true;
  }

  function wait(mayBeLate = true): void {
    clearTimeout(timer);
    const patienceMs = patience();
    const dueAt = performance.now() + patienceMs;
    timer = setTimeout(() => {
      if (mayBeLate && performance.now() - dueAt > LATE_MS) return wait(false);
      finish(false);
    }, patienceMs);
  }

  function patience(): number {
    if (isDropping) return TRACK_SILENCE_MS;
    return held.length < SIGNS_OF_A_MACHINE ? BURST_GAP_MS : BREATH_MS;
  }

  /** A reader that stumbles over its first signs must not get the rest of a track through. */
  function remember(signs: string): void {
    gone = { signs: (remembered() + signs).slice(-MOST_REMEMBERED), at: performance.now() };
    // It may be the end of a password, and whoever typed it leaves without another key.
    clearTimeout(forgetting);
    forgetting = setTimeout(() => {
      gone = { signs: '', at: 0 };
    }, REMEMBERED_MS);
  }

  function remembered(): string {
    return performance.now() - gone.at > REMEMBERED_MS ? '' : gone.signs;
  }

  /** @returns whether the key that ended it belongs to it */
  function finish(isEnded: boolean): boolean {
    clearTimeout(timer);
    const typed = held;
    held = '';
    isDropping = false;
    if (typed === '') return false;

    const badge = isEnded ? badgeIn(typed) : null;
    const code = badge === null ? codeIn(typed, isEnded) : null;
    if (badge !== null) onBadge(badge);
    else if (code !== null) onScan(code);
    else {
      remember(typed);
      giveBack(typed);
    }
    return badge !== null || code !== null;
  }

  /** Looked for first: its form is set, while a code may be any figures. */
  function badgeIn(typed: string): string | null {
    for (const text of [typed, asOnAmericanKeys(typed)]) {
      for (const badge of badges()) {
        const number = readTypedBadge(badge, text);
        if (number !== null) return number;
      }
    }
    return null;
  }

  /** Figures, with the mark before them or, when Enter came after them, without. */
  function codeIn(typed: string, isEnded: boolean): string | null {
    for (const text of [typed, asOnAmericanKeys(typed)]) {
      const hasMark = text.toUpperCase().startsWith(mark);
      const figures = hasMark ? text.slice(mark.length) : text;
      const isLongEnough = figures.length >= FEWEST_FIGURES;
      if (isLongEnough && /^\d+$/.test(figures) && (hasMark || isEnded)) return text;
    }
    return null;
  }
}

/** One sign of text, and not the name of a key. */
function isSign(key: string): boolean {
  return key.length === 1;
}
