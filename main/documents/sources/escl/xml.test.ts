import { expect, it } from 'vitest';
import { elementsAt, numberAt, readXml, textAt } from './xml.ts';

const read = (text: string, root = 'a') => readXml(Buffer.from(text), root);

it('reads elements, whatever their prefixes, and their texts', () => {
  const root = read('<?xml version="1.0"?><x:a><y:b> 7 </y:b><b><c>&lt;1&gt;</c></b></x:a>');

  if (!root) throw new Error('not read');
  expect(numberAt(root, 'b')).toBe(7);
  expect(textAt(root, 'b', 'c')).toBe('<1>');
  expect(elementsAt(root, 'b')).toHaveLength(2);
  expect(textAt(root, 'nothing')).toBeNull();
});

it.each(['-1', '1.5', '0x10', '', '99999999999', 'NaN'])('takes %j for no number', (text) => {
  const root = read(`<a><b>${text}</b></a>`);

  expect(root && numberAt(root, 'b')).toBeNull();
});

it.each([
  ['nothing', ''],
  ['no XML', 'not XML'],
  ['a page of a portal', '<!doctype html><html><body>Sign in</body></html>'],
  ['something else', '<b/>'],
  ['half of it', '<a><b>'],
  ['what goes on after its end', '<a/><a/>'],
  ['an entity of its own', '<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'],
  ['a file of the kiosk', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['an entity nobody declared', '<a>&nbsp;</a>'],
  ['too deep a tree', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ['too many elements', `<a>${'<b/>'.repeat(6_000)}</a>`],
])('refuses %s', (_, text) => {
  expect(read(text)).toBeNull();
});

it('a billion laughs stay one line', () => {
  const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};">`).join('');

  expect(read(`<!DOCTYPE a [<!ENTITY l0 "ha">${entities}]><a>&l30;</a>`)).toBeNull();
});

it('refuses bytes that are not text', () => {
  expect(readXml(Buffer.from([0x3c, 0x61, 0xff, 0xfe]), 'a')).toBeNull();
});
