/** Which keys reach a page. An allow-list: a key that nobody thought of does nothing. */
import type { App, Event, Input } from 'electron';
import { everyPage } from '../every-page.ts';
import type { Measure, OnAttempt } from '../measure.ts';

/** Keys that make no text, by `KeyboardEvent.key`, and whether the kiosk has a use for them together with Shift. */
const KEYS: ReadonlyMap<string, { withShift: boolean }> = new Map([
  // To go from one thing to the next, and to press it.
  ['Tab', { withShift: true }],
  ['Enter', { withShift: true }],
  ['Escape', { withShift: false }],
  ['ArrowUp', { withShift: true }],
  ['ArrowDown', { withShift: true }],
  ['ArrowLeft', { withShift: true }],
  ['ArrowRight', { withShift: true }],
  ['Home', { withShift: true }],
  ['End', { withShift: true }],
  ['PageUp', { withShift: true }],
  ['PageDown', { withShift: true }],
  // To correct what was typed. Shift+Delete would cut it out onto the clipboard.
  ['Backspace', { withShift: true }],
  ['Delete', { withShift: false }],
  // To type capitals, the signs on a key's third level (@ and € on a French keyboard), and letters with accents.
  ['Shift', { withShift: true }],
  ['CapsLock', { withShift: true }],
  ['NumLock', { withShift: true }],
  ['AltGraph', { withShift: true }],
  ['Dead', { withShift: true }],
]);

/** One character, or a few that one key gives together, as on Arabic keyboards. Keys are named in ASCII letters. */
const TEXT = /^(?:\P{Cc}|\P{ASCII}{2,4})$/u;

/** Keys that lead somewhere else by themselves: F-keys, the Windows key, the menu key, those of a browser. */
const LEADS_AWAY = /^(?:F\d+|Meta|ContextMenu|PrintScreen|Browser\w+|Launch\w+|Eject|Power|WakeUp)$/;

/** Pressed in order to press another one with it. */
const WAITS_FOR_ANOTHER = ['Control', 'Alt'];

export type Key = Pick<Input, 'key' | 'shift' | 'control' | 'alt' | 'meta'>;

export function keyboard(app: Pick<App, 'on' | 'off'>, onAttempt: OnAttempt): Measure {
  const pages = everyPage(app, (contents) => {
    const look = (event: Pick<Event, 'preventDefault'>, input: Input): void => {
      if (isAllowed(input)) return;
      event.preventDefault();
      if (input.type === 'keyDown' && !input.isAutoRepeat && isAttempt(input)) onAttempt('key');
    };
    contents.on('before-input-event', look);
    return () => void contents.off('before-input-event', look);
  });
  return { name: 'keyboard', apply: pages.start, undo: pages.stop };
}

export function isAllowed({ key, shift, control, alt, meta }: Key): boolean {
  // With AltGr, Chromium reports the sign that it gives and neither Ctrl nor Alt.
  if (control || alt || meta) return false;
  if (TEXT.test(key)) return true;
  const known = KEYS.get(key);
  return known !== undefined && (known.withShift || !shift);
}

/** Whether a refused key was meant to lead somewhere, and is not just one that does nothing here. */
export function isAttempt({ key, control, alt, meta }: Key): boolean {
  if (WAITS_FOR_ANOTHER.includes(key)) return false;
  return control || alt || meta || LEADS_AWAY.test(key);
}
