/** A badge as a reader in keyboard mode types it: a prefix or none, as many figures as are set, and then Enter. */
import { isBadgeNumber } from './badge-report.ts';
import type { TypingBadgeReader } from './badge-settings.ts';

export type TypedBadge = Pick<TypingBadgeReader, 'prefix' | 'signs' | 'figures'>;

/** The number of the badge; null for whatever has not exactly this form. */
export function readTypedBadge({ prefix = '', signs, figures }: TypedBadge, text: string): string | null {
  const typed = text.toUpperCase();
  const number = typed.slice(prefix.length);
  return typed.startsWith(prefix) && number.length === signs && isBadgeNumber(number, figures)
    ? number
    : null;
}

/** Whether a sign may be the first that such a reader types, on an American keyboard or a French one. */
export function beginsTypedBadge({ prefix = '', figures }: TypedBadge, sign: string): boolean {
  const first = prefix.charAt(0) || (figures === 'hexadecimal' ? 'ABCDEF' : '');
  // The key of A types Q on a French keyboard, and so on.
  const orOnFrenchKeys: Readonly<Record<string, string>> = { Q: 'A', A: 'Q', Z: 'W', W: 'Z' };
  const key = sign.toUpperCase();
  return first.includes(key) || first.includes(orOnFrenchKeys[key] ?? key);
}
