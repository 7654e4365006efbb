import { expect, test } from 'vitest';
import { depositorOf } from './draft.ts';

const person = {
  name: ' Odile Petit ',
  tenantNumber: ' 004473 ',
  reach: 'email' as const,
  phone: '06 12',
  email: 'odile.petit@exemple.fr',
};

test('somebody is told by name, number, and the way that they chose', () => {
  expect(depositorOf(person)).toEqual({
    name: 'Odile Petit',
    tenantNumber: '004473',
    phone: null,
    email: 'odile.petit@exemple.fr',
  });
});

test.each([{ name: ' ' }, { tenantNumber: ' ' }])('without %j nobody would know whose it is', (missing) => {
  expect(depositorOf({ ...person, ...missing })).toBeNull();
});
