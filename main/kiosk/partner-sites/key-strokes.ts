/** What a key of the on-screen keyboard is to the page: the same that a key of a real keyboard would be. */

/** As `Input.dispatchKeyEvent` of the DevTools protocol takes it. */
export interface KeyStroke {
  key: string;
  code?: string;
  text?: string;
  windowsVirtualKeyCode?: number;
}

const NAMED: Readonly<Record<string, KeyStroke>> = {
  '{backspace}': { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 },
  '{next}': { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
  '{space}': { key: ' ', code: 'Space', text: ' ', windowsVirtualKeyCode: 32 },
};

/** None for a key that types nothing. */
export function keyStrokes(key: string): KeyStroke[] {
  const named = Object.hasOwn(NAMED, key) ? NAMED[key] : undefined;
  if (named) return [named];
  if (key.length > 1 && key.startsWith('{')) return [];
  // `.fr` and `@orange.fr` are one key here and several there.
  return [...key].filter(isPrinted).map((character) => ({ key: character, text: character }));
}

function isPrinted(character: string): boolean {
  return !/\p{Cc}/u.test(character);
}
