import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal, readJournal } from './journal.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  path = join(folder, 'journal.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true }));

const DETAILS = {
  action: 'debit',
  amountCents: 2_774,
  currency: '978',
  register: '01',
  reference: null,
  askedAt: null,
  requestKey: null,
  outcome: 'approved',
  endedBy: 'customer',
  entryMode: 'contact',
} as const;

test('what was recorded can be read at once, by others and later', () => {
  const journal = openJournal(path);

  const entry = journal.record(DETAILS);

  expect(readJournal(path)).toEqual([entry]);
  expect(openJournal(path).entries()).toEqual([entry]);
  expect(entry).toMatchObject({ number: 1, authorisation: '240891', amountCents: 2_774 });
});

test('numbers and authorisations go on after a power cut, and none is given twice', () => {
  openJournal(path).record(DETAILS);
  openJournal(path).record({ ...DETAILS, outcome: 'refused' });

  const third = openJournal(path).record(DETAILS);

  expect(readJournal(path).map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(readJournal(path).map(({ authorisation }) => authorisation)).toEqual(['240891', null, '240893']);
  expect(third.number).toBe(3);
});

test('a line that a power cut tore is no transaction, and does no harm to the next one', () => {
  openJournal(path).record(DETAILS);
  appendFileSync(path, '{"number":2,"at":"2026-03-0');

  const entry = openJournal(path).record(DETAILS);

  expect(entry.number).toBe(2);
  expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2);
});
