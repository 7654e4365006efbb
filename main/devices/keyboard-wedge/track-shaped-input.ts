/** A reader in keyboard mode types what it reads. Such input is refused before anything else sees it. */
import { asOnAmericanKeys } from './american-keys.ts';

/** ISO/IEC 7813: track 1 starts with `%B`, track 2 with `;`, digits and `=`. */
const TRACK = /%B\d|%?B\d{12,19}\^|;\d{1,19}=/i;

/** Whether the text has the form of a magnetic track, typed through an American or a French keyboard. */
export function looksLikeTrack(text: string): boolean {
  return TRACK.test(text) || TRACK.test(asOnAmericanKeys(text));
}
