import { expect, test } from 'vitest';
import type { ProfileChange } from '../../preload/profile-contract.ts';
import type { TenantProfile } from '../tenant-api/tenant-api.ts';
import { judgeChange, shownProfile } from './judge-change.ts';

const TODAY = '2018-07-11';
const profile: TenantProfile = {
  contact: {
    email: 'jeanne.martin@exemple.fr',
    mobilePhone: '+33612345678',
    landlinePhone: null,
    postalAddress: { lines: ['8 rue Haute'], postcode: '86000', city: 'Poitiers', country: 'France' },
  },
  family: {
    status: 'single',
    occupants: [
      { id: 'o-1', givenName: 'Jeanne', familyName: 'Martin', bornOn: '1950-03-02', isTenant: true },
      { id: 'o-2', givenName: 'Paul', familyName: 'Martin', bornOn: '2001-03-02', isTenant: false },
    ],
  },
  work: { status: 'retired', employer: null },
};
const address = {
  lines: ['1 High Street', ''],
  postcode: 'SW1A 1AA',
  city: 'London',
  country: 'Royaume-Uni',
};

test.each<[string, ProfileChange, unknown]>([
  ['an address is trimmed', { kind: 'email', email: ' j.m@orange.fr\u0000' }, { email: 'j.m@orange.fr' }],
  ['a number is put in order', { kind: 'landlinePhone', phone: '05 49 60 38 38' }, { phone: '+33549603838' }],
  ['a number nobody answers any more', { kind: 'mobilePhone', phone: null }, { phone: null }],
  [
    'an envelope for abroad',
    { kind: 'postalAddress', address },
    { address: { ...address, lines: ['1 High Street'] } },
  ],
  [
    'a village without a postcode',
    { kind: 'postalAddress', address: { ...address, postcode: '', country: 'Irlande' } },
    { address: { postcode: '' } },
  ],
  ['another status', { kind: 'familyStatus', status: 'married' }, { status: 'married' }],
  ['somebody who left', { kind: 'occupantRemoved', occupantId: 'o-2' }, { occupantId: 'o-2' }],
  ['work that needs no employer', { kind: 'work', status: 'jobSeeker', employer: '' }, { employer: null }],
  [
    'a child born today, in any script',
    { kind: 'occupantAdded', givenName: 'ليلى', familyName: 'Martin', bornOn: TODAY },
    { givenName: 'ليلى' },
  ],
])('%s', (_, typed, change) => {
  expect(judgeChange(typed, profile, TODAY)).toMatchObject({ verdict: 'right', change });
});

test.each<[ProfileChange, string[]]>([
  [{ kind: 'email', email: '' }, ['email missing']],
  [{ kind: 'email', email: 'jeanne@orange' }, ['email email']],
  [{ kind: 'email', email: '👩@orange.fr' }, ['email email']],
  [{ kind: 'email', email: 'Jeanne.Martin@exemple.fr' }, ['email same']],
  [{ kind: 'mobilePhone', phone: '0612345678' }, ['phone same']],
  [{ kind: 'landlinePhone', phone: null }, ['phone same']],
  [{ kind: 'mobilePhone', phone: '0549603838' }, ['phone notMobile']],
  [
    { kind: 'postalAddress', address: { lines: [''], postcode: '8600', city: '', country: 'France' } },
    ['lines missing', 'postcode postcode', 'city missing'],
  ],
  [
    {
      kind: 'postalAddress',
      address: { lines: ['8 rue Haute'], postcode: '86 000', city: 'Poitiers', country: 'France' },
    },
    ['lines same'],
  ],
  [
    { kind: 'postalAddress', address: { lines: ['🏠'], postcode: '86000', city: '👩', country: 'France' } },
    ['lines characters', 'city characters'],
  ],
  [{ kind: 'work', status: 'employed', employer: '🥖' }, ['employer characters']],
  [{ kind: 'familyStatus', status: 'single' }, ['status same']],
  [{ kind: 'occupantRemoved', occupantId: 'o-1' }, ['occupantId missing']],
  [
    { kind: 'occupantAdded', givenName: '🙂', familyName: '', bornOn: '2018-07-12' },
    ['givenName characters', 'familyName missing', 'bornOn bornInFuture'],
  ],
  [
    { kind: 'occupantAdded', givenName: 'Paul', familyName: 'Martin', bornOn: '1818-07-11' },
    ['bornOn bornTooLongAgo'],
  ],
  [{ kind: 'work', status: 'employed', employer: ' ' }, ['employer missing']],
  [{ kind: 'work', status: 'retired', employer: null }, ['status same']],
])('%j is wrong', (typed, faults) => {
  const judged = judgeChange(typed, profile, TODAY);

  expect(judged.verdict === 'wrong' && judged.faults.map(({ field, fault }) => `${field} ${fault}`)).toEqual(
    faults,
  );
});

test('numbers are shown as they are read aloud', () => {
  expect(shownProfile(profile).contact.mobilePhone).toBe('06 12 34 56 78');
});
