import { expect, test } from 'vitest';
import { secretsIn, strangersIn } from './guide-traffic.ts';

const SECRETS = { phone: '0698271435', word: 'Bandersnatch frumious' };

test.each([
  ['whole', '{"type":"mirror","events":[{"text":"0698271435"}]}', ['phone']],
  ['with spaces', '{"type":"mirror","events":[{"text":"06 98 27 14 35"}]}', ['phone']],
  ['its beginning, as it is being typed', '{"type":"mirror","events":[{"text":"Bander"}]}', ['word']],
  [
    'one key at a time',
    [...'0698271435'].map((key) => `{"type":"mirror","events":[{"text":"${key}"}]}`).join('\n'),
    ['phone'],
  ],
  ['not at all', '{"type":"mirror","events":[{"text":"•••••"}]}', []],
])('a secret is found %s', (_, traffic, found) => {
  expect(secretsIn(traffic, SECRETS)).toEqual(found);
});

test.each([
  ['a text', { type: 3, data: { source: 0, texts: [{ id: 1, value: 'Jeanne' }] } }, 'text Jeanne'],
  ['a key', { type: 3, data: { source: 5, id: 1, text: 'a' } }, 'event 3, source 5'],
  ['a movement of the finger', { type: 3, data: { source: 6, positions: [] } }, 'event 3, source 6'],
  ['an address', { type: 4, data: { href: 'app://kiosk/?q' } }, 'address app://kiosk/?q'],
  ['a name only heard', added({ 'aria-label': 'x' }), 'attribute aria-label=x'],
  ['a hint', added({ placeholder: 'x' }), 'attribute placeholder=x'],
  ['a key that is pressed', added({ 'data-pressed': true }), 'attribute data-pressed=true'],
  ['a look that says which', added({ class: 'key--a7' }), 'attribute class=key--a7'],
  [
    'a content',
    added({ 'data-private': '' }, [{ type: 3, id: 2, textContent: ' ' }]),
    'content of a private div',
  ],
])('a stranger is found: %s', (_, event, stranger) => {
  const traffic = JSON.stringify({ type: 'mirror', events: [event] });

  expect(strangersIn(traffic, (text) => text === 'Retour')).toEqual([stranger]);
});

test('what may be is no stranger', () => {
  const event = added({ class: 'button button--main', hidden: true }, [
    { type: 3, id: 2, textContent: 'Retour' },
    { type: 3, id: 3, textContent: '•••••' },
  ]);
  const traffic = `{"type":"accepted"}\n${JSON.stringify({ type: 'mirror', events: [event] })}\n`;

  expect(strangersIn(traffic, (text) => text === 'Retour')).toEqual([]);
});

function added(attributes: object, childNodes: object[] = []): object {
  const node = { type: 2, id: 1, tagName: 'div', attributes, childNodes };
  return { type: 3, data: { source: 0, adds: [{ parentId: 9, nextId: null, node }] } };
}
