import { expect, test } from 'vitest';
import { secretsIn } from './guide-traffic.ts';

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
