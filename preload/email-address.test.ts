import { expect, test } from 'vitest';
import { isEmailAddress } from './email-address.ts';

test.each([
  'jeanne.martin@exemple.fr',
  'j@mail.ville.example',
  'hélène+loyer@exemple.fr',
  'بريد@مثال.مصر',
  'olga@xn--e1afmkfd.xn--p1ai',
])('%s may be an address', (text) => {
  expect(isEmailAddress(text)).toBe(true);
});

test.each([
  '',
  'jeanne',
  'jeanne@orange',
  'jeanne@@orange.fr',
  'jeanne martin@orange.fr',
  'jeanne@orange..fr',
  'jeanne@192.168.1.1',
  'jeanne@exemple.f1',
  'jeanne@orange.fr\u0007',
  '\u202ejeanne@orange.fr',
  '👩‍👧@orange.fr',
  'jeanne@🏠.fr',
  `${'j'.repeat(65)}@orange.fr`,
  `j@${'orange.'.repeat(40)}fr`,
])('%j is none', (text) => {
  expect(isEmailAddress(text)).toBe(false);
});
