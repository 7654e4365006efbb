/** The kiosk's own fixed words. Whatever is not among them could be somebody's. */
import { flat, type Messages } from '../../messages/flat.ts';

export type { Messages };

/** Something to read: a figure or a sign alone could have been typed. */
const LETTERS = /\p{L}.*\p{L}/su;

/** `{{name}}` is filled in with what may be private. */
const FILLED_IN = '{{';

/** In `<1>bold</1> words`, what stands between the marks is drawn in a text of its own. */
const MARK = /<\/?\w+\s*\/?>/;

/** Says of a text, as it stands on the screen, whether it is one of the catalogues' own. */
export function ownTextsOf(catalogues: readonly Messages[]): (text: string) => boolean {
  const own = new Set<string>();
  for (const message of catalogues.flatMap((catalogue) => [...flat(catalogue).values()])) {
    if (message.includes(FILLED_IN)) continue;
    for (const part of message.split(MARK)) {
      const text = part.trim();
      if (LETTERS.test(text)) own.add(text);
    }
  }
  return (text) => own.has(text.trim());
}
