import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TEST_CARDS, track1Of } from '../sandbox/terminal/test-cards.ts';
import { cardTracesIn, cardTracesOnDisk } from './card-traces.ts';

const WAYS: Readonly<Record<string, (number: string) => Buffer>> = {
  plain: (number) => Buffer.from(`card ${number} end`),
  'in groups': (number) => Buffer.from((number.match(/.{1,4}/g) ?? []).join(' ')),
  'in groups, with spaces that do not break': (number) =>
    Buffer.from((number.match(/.{1,4}/g) ?? []).join('\u00a0')),
  'letters of two bytes': (number) => Buffer.from(`x${number}`, 'utf16le'),
  'letters of two bytes, from the other end': (number) => Buffer.from(`x${number}`, 'utf16le').swap16(),
  hexadecimal: (number) => Buffer.from(Buffer.from(`a${number}`).toString('hex')),
  'hexadecimal in capitals': (number) => Buffer.from(Buffer.from(`a${number}`).toString('hex').toUpperCase()),
  base64: (number) => Buffer.from(Buffer.from(`{"a":"${number}"}`).toString('base64')),
  'base64, one letter later': (number) => Buffer.from(Buffer.from(`{"ab":"${number}"}`).toString('base64')),
  'base64, two letters later': (number) => Buffer.from(Buffer.from(`{"abc":"${number}"}`).toString('base64')),
  'base64 of letters of two bytes': (number) =>
    Buffer.from(Buffer.from(`ab${number}`, 'utf16le').toString('base64')),
  'in the middle of other bytes': (number) =>
    Buffer.concat([Buffer.from([0xff, 0, 0xfe]), Buffer.from(number), Buffer.from([0, 0x80])]),
};

const everyCardInEveryWay = TEST_CARDS.flatMap((card) =>
  Object.entries(WAYS).map(([way, write]) => [card.number, way, write(card.number)] as const),
);

test.each(everyCardInEveryWay)('%s is found when it is written %s', (_, __, content) => {
  expect(cardTracesIn(content)).not.toEqual([]);
});

test.each(TEST_CARDS)('the track of $number is found', (card) => {
  expect(cardTracesIn(Buffer.from(track1Of(card)))).not.toEqual([]);
});

test('what is no card is not found', () => {
  const ticket = 'CARTE ############1111\nMONTANT 112,45 EUR\nAUTO 240891 4111 1111';

  expect(cardTracesIn(Buffer.from(ticket))).toEqual([]);
});

test('a folder is searched to its depth, names of files included', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  writeFileSync(join(folder, 'a/b/log'), `x ${TEST_CARDS[2].number} y`);
  writeFileSync(join(folder, `a/${TEST_CARDS[0].number}.dmp`), '');
  writeFileSync(join(folder, 'clean'), 'nothing');

  const found = cardTracesOnDisk(folder);

  rmSync(folder, { recursive: true });
  expect(found).toHaveLength(2);
});
