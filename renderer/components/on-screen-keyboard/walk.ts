/** Fifty keys are one stop of the Tab key; inside, arrows walk from key to key. */

/** @param keyToFocus the key that had the focus before the keys were drawn anew */
export function oneTabStop(keyboard: Element, keyToFocus: string | null): void {
  const keys = [...keyboard.querySelectorAll('button')];
  const again = keys.find((key) => key.getAttribute('data-skbtn') === keyToFocus);
  const stop = again ?? keys[0];
  for (const key of keys) key.tabIndex = key === stop ? 0 : -1;
  again?.focus();
}

/** @returns whether the pressed key (`ArrowLeft` …) moved the focus */
export function walk(keyboard: Element, pressed: string): boolean {
  const rows = [...keyboard.querySelectorAll('.hg-row')].map((row) => [...row.querySelectorAll('button')]);
  const rowAt = rows.findIndex((row) => row.some(hasFocus));
  const row = rows[rowAt];
  if (!row) return false;

  const at = row.findIndex(hasFocus);
  const target = neighbour(rows, row, rowAt, at, pressed);
  if (!target) return false;

  row[at]?.setAttribute('tabindex', '-1');
  target.tabIndex = 0;
  target.focus();
  return true;
}

function hasFocus(key: Element): boolean {
  return key.matches(':focus');
}

function neighbour(
  rows: readonly HTMLButtonElement[][],
  row: readonly HTMLButtonElement[],
  rowAt: number,
  at: number,
  pressed: string,
): HTMLButtonElement | undefined {
  const across = (otherRow: readonly HTMLButtonElement[] | undefined) =>
    otherRow?.[Math.min(otherRow.length - 1, Math.round((at / row.length) * otherRow.length))];
  switch (pressed) {
    case 'ArrowLeft':
      return row[at - 1];
    case 'ArrowRight':
      return row[at + 1];
    case 'ArrowUp':
      return across(rows[rowAt - 1]);
    case 'ArrowDown':
      return across(rows[rowAt + 1]);
    default:
      return undefined;
  }
}
