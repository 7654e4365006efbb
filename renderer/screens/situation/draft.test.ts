import { expect, test } from 'vitest';
import { afterSending, changeOf, EMPTY_PROFILE_DRAFT } from './draft.ts';
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

test('what is sent is done with, and what was begun of another change stays', () => {
  const draft = {
    ...EMPTY_PROFILE_DRAFT,
    mobilePhone: '06 12 34 56 78',
    line: '3 rue Neuve',
    country: 'Italie',
  };

  expect(afterSending('mobilePhone', draft)).toEqual({ ...draft, mobilePhone: '' });
  expect(afterSending('postalAddress', draft)).toEqual({
    ...EMPTY_PROFILE_DRAFT,
    mobilePhone: '06 12 34 56 78',
  });
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
