import { expect, test } from 'vitest';
import type { RequestedChange } from '../../../preload/profile-contract.ts';
import { isLastWay } from './ways-to-reach.ts';

const bothNumbers = {
  email: null,
  mobilePhone: '06 12 34 56 78',
  landlinePhone: '05 49 60 38 38',
  postalAddress: null,
};
const withoutMobile = { kind: 'mobilePhone', phone: null } as const;
const withoutLandline = { kind: 'landlinePhone', phone: null } as const;

test('one number of two is not the last way to reach somebody', () => {
  expect(isLastWay(withoutMobile, bothNumbers, [])).toBe(false);
});

test('the other one is, once the first is to go', () => {
  expect(isLastWay(withoutLandline, bothNumbers, [asked('pending')])).toBe(true);
  expect(isLastWay(withoutLandline, bothNumbers, [asked('refused')])).toBe(false);
});

test('with an e-mail address, no number is the last way', () => {
  const contact = { ...bothNumbers, landlinePhone: null, email: 'j.m@orange.fr' };

  expect(isLastWay(withoutMobile, contact, [])).toBe(false);
});

test('another number is a way like the one before', () => {
  expect(isLastWay({ kind: 'mobilePhone', phone: '07' }, { ...bothNumbers, landlinePhone: null }, [])).toBe(
    false,
  );
});

function asked(state: RequestedChange['state']): RequestedChange {
  return { id: 'change-1', requestedAt: '2018-07-05T09:20:00.000Z', state, change: withoutMobile };
}
