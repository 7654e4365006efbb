/**
 * How well a password protects, in four steps that can be explained. Length counts first: what everybody guesses
 * (well-known words, sequences of keys, what is known of the person) counts for nothing of it.
 */
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../../preload/credential-lengths.ts';

export type Weakness = 'repeated' | 'sequence' | 'common' | 'personal';

export type Strength =
  /** `missing`: how many characters, at the least. */
  | { level: 'short'; missing: number }
  | { level: 'tooLong' }
  | { level: 'easy'; why: Weakness }
  | { level: 'fair' }
  | { level: 'strong' };

/** What is left when all that is guessed at once is left out has to be as long as this. */
const SHORTEST_CORE = 8;
const STRONG_CORE = 16;
const SHORTEST_SEQUENCE = 4;
const FEWEST_CHARACTERS = 5;

const SEQUENCES = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
].flatMap((row) => [row, [...row].reverse().join('')]);

/** Among those that are tried first in France, by the lists that leaked (2019–2024). */
const COMMON = [
  'motdepasse',
  'password',
  'bienvenue',
  'bonjour',
  'marseille',
  'princesse',
  'chouchou',
  'jetaime',
  'iloveyou',
  'welcome',
  'soleil',
  'doudou',
  'loulou',
  'camille',
  'nicolas',
  'azerty',
  'qwerty',
  'ekidom',
  'poitiers',
  'france',
  'admin',
];

/** `known`: what is known of the person: names, dates, numbers, addresses. */
export function strengthOf(password: string, known: readonly string[]): Strength {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return { level: 'short', missing: SHORTEST_PASSWORD - length };
  if (password.length > LONGEST_PASSWORD) return { level: 'tooLong' };

  const plain = plainly(password);
  if (new Set(plain).size < FEWEST_CHARACTERS || /^(.{1,8}?)\1+.?$/u.test(plain)) {
    return { level: 'easy', why: 'repeated' };
  }
  const withoutPerson = without(plain, partsOf(known));
  if (isThin(withoutPerson, plain)) return { level: 'easy', why: 'personal' };
  const withoutWords = without(withoutPerson, COMMON);
  if (isThin(withoutWords, withoutPerson)) return { level: 'easy', why: 'common' };
  const core = withoutSequences(withoutWords);
  if (isThin(core, withoutWords)) return { level: 'easy', why: 'sequence' };
  return { level: [...core].length >= STRONG_CORE ? 'strong' : 'fair' };
}

/** Something was left out, and too little is left. */
function isThin(rest: string, before: string): boolean {
  return rest !== before && [...rest].length < SHORTEST_CORE;
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ''), text);
}

/** `lévêque` and `1943-03-14` give `leveque`, `19430314`, `14031943`, `1403`, `1943`. */
function partsOf(known: readonly string[]): string[] {
  const words = known.flatMap((each) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(each) ?? [];
    if (year && month && day) {
      return [`${year}${month}${day}`, `${day}${month}${year}`, `${day}${month}`, year];
    }
    return plainly(each).split(/[^\p{L}\p{N}]+/u);
  });
  return words.filter((word) => word.length >= 3).toSorted((one, other) => other.length - one.length);
}

function withoutSequences(text: string): string {
  let rest = '';
  for (let place = 0; place < text.length; ) {
    const run = longestRunAt(text, place);
    if (run >= SHORTEST_SEQUENCE) {
      place += run;
    } else {
      rest += text[place];
      place += 1;
    }
  }
  return rest;
}

function longestRunAt(text: string, place: number): number {
  let longest = 1;
  for (const row of SEQUENCES) {
    while (place + longest < text.length && row.includes(text.slice(place, place + longest + 1)))
      longest += 1;
  }
  return longest;
}

function plainly(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
