/** Finds, for a text that stands on a screen, the same text in another language. */
import { flat, type Messages } from '../../messages/flat.ts';

export interface ScreenText {
  kind: 'title' | 'text' | 'action';
  text: string;
}

const BLANK = /\{\{\w+\}\}/g;
const NAMED_BLANK = /\{\{(\w+)\}\}/g;
/** Around a name that stands in a sentence, see `isolated`. */
const ISOLATION = /[\u2068\u2069]/g;
/** A sentence that is hardly more than its blanks is found in anything. */
const FEWEST_LETTERS = 4;

/**
 * @returns the same text in the other language; what belongs to no catalogue (a name, an amount) stays as it is
 */
export function translator(from: Messages, into: Messages): (text: string) => string {
  const whole = new Map<string, string>();
  const withBlanks: { pattern: RegExp; names: string[]; text: string }[] = [];
  const other = flat(into);
  for (const [key, text] of flat(from)) {
    // A plural form that the other language does not have is said as its last one.
    const same = other.get(key) ?? other.get(key.replace(/_\w+$/, '_other'));
    if (same === undefined) continue;
    if (!text.includes('{{')) {
      whole.set(plain(text), same);
    } else if (text.replace(BLANK, '').replace(/[^\p{L}]/gu, '').length >= FEWEST_LETTERS) {
      withBlanks.push({ pattern: patternOf(text), names: namesIn(text), text: same });
    }
  }
  return (text) => {
    const wanted = plain(text);
    const known = whole.get(wanted);
    if (known !== undefined) return known;
    for (const { pattern, names, text: same } of withBlanks) {
      const found = pattern.exec(wanted);
      if (!found) continue;
      const values = new Map(names.map((name, index) => [name, found[index + 1] ?? '']));
      return same.replace(NAMED_BLANK, (_, name: string) => values.get(name) ?? '');
    }
    return text;
  };
}

function patternOf(text: string): RegExp {
  const pieces = plain(text)
    .split(BLANK)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('(.+)')}$`);
}

function namesIn(text: string): string[] {
  return [...text.matchAll(NAMED_BLANK)].map(([, name]) => name ?? '');
}

/** Every kind of space is a space. */
function plain(text: string): string {
  return text.replace(ISOLATION, '').replace(/\s+/g, ' ').trim();
}

const KINDS: readonly { selector: string; kind: ScreenText['kind'] }[] = [
  { selector: 'h1, h2, h3', kind: 'title' },
  { selector: 'button', kind: 'action' },
  { selector: 'p, li, label, dt, dd, th, td, [role="status"], [role="alert"]', kind: 'text' },
];
const ALL = KINDS.map(({ selector }) => selector).join(', ');
/** Keys, and what is nobody's but the person's. */
const LEFT_OUT =
  '[data-private], [role="group"], .only-heard, .frame__tools, .frame__bar, [aria-hidden="true"] *';

/** What stands on a screen, from above to below, each text once. */
export function textsOn(screen: Element): ScreenText[] {
  const texts = new Map<string, ScreenText>();
  for (const element of screen.querySelectorAll(ALL)) {
    if (element.closest(LEFT_OUT)) continue;
    const parts = element.querySelector(ALL) ? [] : wordsIn(element);
    const kind = KINDS.find(({ selector }) => element.matches(selector))?.kind ?? 'text';
    for (const text of parts) if (!texts.has(text)) texts.set(text, { kind, text });
  }
  return [...texts.values()];
}

/** Line by line, as it is drawn: a tile has a word and a sentence about it. */
function wordsIn(element: Element): string[] {
  const lines = [''];
  gather(element);
  return lines.map((line) => line.trim()).filter((line) => line !== '');

  function gather(within: Element): void {
    for (const node of within.childNodes) {
      if (node instanceof Text) lines.push(`${lines.pop()}${node.data}`);
      else if (node instanceof HTMLElement && !node.matches('.only-heard')) {
        const isLine = node.localName === 'br' || getComputedStyle(node).display !== 'inline';
        if (isLine) lines.push('');
        gather(node);
        if (isLine) lines.push('');
      }
    }
  }
}
