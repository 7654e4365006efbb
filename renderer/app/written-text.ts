/**
 * What people wrote, made harmless to look at. It is kept as they wrote it, byte for byte; only what stands on the
 * screen goes through here.
 */

const LINE_END = /\r\n|[\r\u0085\u2028\u2029\v\f]/g;

/**
 * Controls, and what turns the direction of writing around for whatever follows: a pasted one could show figures
 * backwards. Joiners stay, Arabic and emoji need them; so do tags, of which flags are made.
 */
const HARMFUL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** No script puts more on one letter; a tower of them would cover the lines around. */
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu;

export function shownText(written: string): string {
  return written.toWellFormed().replace(LINE_END, '\n').replace(HARMFUL, '').replace(TOO_MANY_MARKS, '$1');
}

/** Whether there is something in it that somebody can read. */
export function isReadable(written: string): boolean {
  return /[^\s\p{C}]/u.test(shownText(written));
}
