import { expect, test } from 'vitest';
import { editFor, type FieldText } from './typing.ts';

test('a letter goes in at the caret', () => {
  expect(typed('e', field('jann', 2))).toBe('jaenn');
});

test('a letter takes the place of what is selected', () => {
  expect(typed('x', { value: 'jeanne', selectionStart: 1, selectionEnd: 6 })).toBe('jx');
});

test('the erasing key takes the character before the caret', () => {
  expect(typed('{backspace}', field('jeanne', 6))).toBe('jeann');
});

test('the erasing key takes a whole character, however it is stored', () => {
  expect(typed('{backspace}', field('a😀', 3))).toBe('a');
});

test('the erasing key takes what is selected', () => {
  expect(typed('{backspace}', { value: 'jeanne', selectionStart: 0, selectionEnd: 6 })).toBe('');
});

test('the erasing key does nothing at the beginning', () => {
  expect(editFor('{backspace}', field('jeanne', 0))).toBeNull();
});

test('the space bar types a space', () => {
  expect(typed('{space}', field('ab', 1))).toBe('a b');
});

test('a brace is a character, not the name of a key', () => {
  expect(typed('{', field('', 0))).toBe('{');
});

test('keys that change the page type nothing', () => {
  expect(editFor('{shift}', field('a', 1))).toBeNull();
});

test.each([
  ['marie.durand', 'marie.durand@orange.fr'],
  ['marie.durand@', 'marie.durand@orange.fr'],
  ['marie.durand@gmail.com', 'marie.durand@orange.fr'],
])('the key of a mail service completes %s', (value, expected) => {
  expect(typed('@orange.fr', field(value, value.length))).toBe(expected);
});

function field(value: string, caret: number): FieldText {
  return { value, selectionStart: caret, selectionEnd: caret };
}

function typed(key: string, before: FieldText): string {
  const edit = editFor(key, before);
  if (!edit) return before.value;
  return before.value.slice(0, edit.from) + edit.text + before.value.slice(edit.to);
}
