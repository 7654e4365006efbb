import { expect, test } from 'vitest';
import { changeOf, EMPTY_PROFILE_DRAFT } from './draft.ts';
import { spacedPhone } from './spaced-phone.ts';

test('nothing is asked for before it was chosen', () => {
  expect(changeOf('familyStatus', EMPTY_PROFILE_DRAFT, null)).toBeNull();
  expect(changeOf('occupantRemoved', EMPTY_PROFILE_DRAFT, null)).toBeNull();
  expect(changeOf('occupantAdded', { ...EMPTY_PROFILE_DRAFT, givenName: 'Léa' }, null)).toBeNull();
});

test('whoever works no more has no employer left from before', () => {
  const draft = { ...EMPTY_PROFILE_DRAFT, workStatus: 'retired' as const, employer: 'Mairie' };

  expect(changeOf('work', draft, null)).toEqual({ kind: 'work', status: 'retired', employer: null });
});

test.each([
  ['0612', '06 12'],
  ['06 12 3', '06 12 3'],
  ['06-12.34 5678', '06 12 34 56 78'],
  ['00447911', '00447911'],
  ['+44 7911', '+447911'],
  ['06+12a', '06 12'],
])('%s is written %s', (typed, written) => {
  expect(spacedPhone(typed)).toBe(written);
});
