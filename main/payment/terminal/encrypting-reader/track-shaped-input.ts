/** A reader in keyboard mode types what it reads. Such input is refused before anything else sees it. */

/** ISO/IEC 7813: track 1 starts with `%B`, track 2 with `;`, digits and `=`. */
const TRACK = /%B\d|%?B\d{12,19}\^|;\d{1,19}=/i;

/** What the keys of a French keyboard type for what a reader means, which believes that it types on an American one. */
const AMERICAN_FOR_FRENCH: Readonly<Record<string, string>> = {
  '&': '1',
  é: '2',
  '"': '3',
  "'": '4',
  '(': '5',
  '-': '6',
  è: '7',
  _: '8',
  ç: '9',
  à: '0',
  m: ';',
  M: ';',
  '5': '%',
  '6': '^',
};

/** Whether the text has the form of a magnetic track, typed through an American or a French keyboard. */
export function looksLikeTrack(text: string): boolean {
  return (
    TRACK.test(text) || TRACK.test([...text].map((typed) => AMERICAN_FOR_FRENCH[typed] ?? typed).join(''))
  );
}
