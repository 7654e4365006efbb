import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { escaped } from './one-byte-characters.ts';

test.each([
  ['a string', "'Aujourd’hui… 😀'"],
  ['a template', '`مرحبا €`'],
  ['a regular expression', "/^[’€]+$/.exec('’€’')[0]"],
  ['a regular expression of whole characters', "/^[😀-😎]$/u.exec('😃')[0]"],
  ['a name', "({ 'prénom’': 1 })['prénom’']"],
])('%s means the same, and takes one byte a character', (_what, code) => {
  const written = escaped(code);

  expect(runInNewContext(written)).toEqual(runInNewContext(code));
  expect([...written].every((character) => character.charCodeAt(0) <= 0xff)).toBe(true);
});

test('what takes one byte already stays as it is', () => {
  expect(escaped("'déjà payé'")).toBe("'déjà payé'");
});
