import { expect, test, vi } from 'vitest';
import { isRefused, StandInApp } from '../testing/stand-ins.ts';
import { isAllowed, isAttempt, type Key, keyboard } from './keyboard.ts';

const key = (name: string, held: Partial<Key> = {}): Key => ({
  key: name,
  shift: false,
  control: false,
  alt: false,
  meta: false,
  ...held,
});

test.each([
  ...['a', 'Z', '7', ' ', 'é', 'ç', '@', '€', '#', 'œ', 'ا', 'لا', '語', '𝄞'],
  ...['Tab', 'Enter', 'Escape', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ...['Shift', 'CapsLock', 'NumLock', 'AltGraph', 'Dead'],
])('%s reaches the page', (name) => {
  expect(isAllowed(key(name))).toBe(true);
});

test.each(['A', '@', 'Tab', 'ArrowLeft', 'Enter', 'Backspace'])('Shift+%s reaches the page', (name) => {
  expect(isAllowed(key(name, { shift: true }))).toBe(true);
});

test.each(['control', 'alt', 'meta'] as const)('nothing together with %s reaches the page', (held) => {
  for (const name of [
    'a',
    'c',
    'p',
    'r',
    '+',
    '-',
    '0',
    'Tab',
    'Enter',
    'ArrowLeft',
    'F4',
    'Escape',
    'Delete',
  ])
    expect(isAllowed(key(name, { [held]: true })), name).toBe(false);
});

test.each([
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
  ...['Control', 'Alt', 'Meta', 'ContextMenu', 'PrintScreen', 'Pause', 'ScrollLock', 'Insert', 'Help'],
  ...['BrowserBack', 'BrowserHome', 'BrowserRefresh', 'LaunchMail', 'Copy', 'Cut', 'Paste', 'Undo', 'Find'],
  ...[
    'MediaPlayPause',
    'AudioVolumeUp',
    'ZoomIn',
    'Power',
    'Eject',
    'Unidentified',
    'Process',
    'ANameToCome',
    '',
  ],
])('%s reaches nobody', (name) => {
  expect(isAllowed(key(name))).toBe(false);
});

test.each(['Delete', 'Escape', 'Insert', 'F10'])('Shift+%s reaches nobody', (name) => {
  expect(isAllowed(key(name, { shift: true }))).toBe(false);
});

test('a control character is no text', () => {
  for (const name of ['\u0003', '\u0016', '\u007f']) expect(isAllowed(key(name)), name).toBe(false);
});

test.each([
  key('r', { control: true }),
  key('ArrowLeft', { alt: true }),
  key('Delete', { control: true, alt: true }),
  key('d', { meta: true }),
  ...[
    'F1',
    'F5',
    'F11',
    'F12',
    'Meta',
    'ContextMenu',
    'BrowserBack',
    'LaunchApplication1',
    'PrintScreen',
  ].map((name) => key(name)),
])('%o is an attempt', (pressed) => {
  expect(isAttempt(pressed)).toBe(true);
});

test.each([
  key('Control', { control: true }),
  key('Alt', { alt: true }),
  ...['Insert', 'Pause', 'ScrollLock', 'Unidentified', 'MediaPlayPause'].map((name) => key(name)),
])('%o is none', (pressed) => {
  expect(isAttempt(pressed)).toBe(false);
});

test('a key that is held down counts once, and the release of one not at all', () => {
  const { page, onAttempt } = arrange();
  const reload = key('F5');

  const refused = [
    isRefused(page, 'before-input-event', { ...reload, type: 'keyDown', isAutoRepeat: false }),
    isRefused(page, 'before-input-event', { ...reload, type: 'keyDown', isAutoRepeat: true }),
    isRefused(page, 'before-input-event', { ...reload, type: 'keyUp', isAutoRepeat: false }),
  ];

  expect(refused).toEqual([true, true, true]);
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('key');
});

test('text is let through, and undone everything is', () => {
  const { page, measure } = arrange();

  const text = isRefused(page, 'before-input-event', { ...key('é'), type: 'keyDown' });
  measure.undo();

  expect(text).toBe(false);
  expect(isRefused(page, 'before-input-event', { ...key('F5'), type: 'keyDown' })).toBe(false);
});

function arrange() {
  const app = new StandInApp();
  const onAttempt = vi.fn();
  const measure = keyboard(app.asApp(), onAttempt);
  measure.apply();
  return { measure, onAttempt, page: app.open() };
}
