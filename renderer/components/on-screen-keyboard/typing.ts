/** What a key does to a field: a stretch of its text is replaced by another. */

export interface Edit {
  from: number;
  to: number;
  text: string;
}

export interface FieldText {
  value: string;
  selectionStart: number;
  selectionEnd: number;
}

/** @returns null when the key types nothing */
export function editFor(key: string, { value, selectionStart, selectionEnd }: FieldText): Edit | null {
  if (key === '{backspace}') return erasing(value, selectionStart, selectionEnd);
  if (key === '{space}') return { from: selectionStart, to: selectionEnd, text: ' ' };
  if (key === '{enter}') return { from: selectionStart, to: selectionEnd, text: '\n' };
  if (key.length > 1 && key.startsWith('{')) return null;
  if (key.length > 1 && key.startsWith('@')) return completingAddress(key, value);
  return { from: selectionStart, to: selectionEnd, text: key };
}

function erasing(value: string, start: number, end: number): Edit | null {
  if (start !== end) return { from: start, to: end, text: '' };
  if (start === 0) return null;
  const lastCharacter = [...value.slice(0, start)].at(-1) ?? '';
  return { from: start - lastCharacter.length, to: start, text: '' };
}

/** `marie@ora` and the key `@orange.fr` make `marie@orange.fr`. */
function completingAddress(ending: string, value: string): Edit {
  const at = value.indexOf('@');
  return { from: at === -1 ? value.length : at, to: value.length, text: ending };
}
