import { KEY_WIDTHS } from './layouts.ts';

/** Gives each drawn key its share of its row. */
export function widen(keyboard: Element): void {
  for (const key of keyboard.querySelectorAll('button')) {
    const width = KEY_WIDTHS[key.getAttribute('data-skbtn') ?? ''];
    if (width) key.style.flexGrow = String(width);
  }
}
