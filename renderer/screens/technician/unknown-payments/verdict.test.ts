import { expect, test } from 'vitest';
import { UNKNOWN_CAUSES } from '../../../../preload/payment-contract.ts';
import { isChargedForCertain, missingIn } from './verdict.ts';

test('nothing is settled before it is said whether the card was charged', () => {
  expect(missingIn({ charged: null, reason: 'ticket 42' })).toBe('choice');
});

test.each(['', '  ', 'ok', ' ok '])(
  'nothing is settled without telling how one knows: "%s" tells nothing',
  (reason) => {
    expect(missingIn({ charged: false, reason })).toBe('reason');
  },
);

test.each([true, false])('charged: %s can be settled with a reason', (charged) => {
  expect(missingIn({ charged, reason: 'ticket 42' })).toBeNull();
});

test('only what the landlord refused to hear of is charged for certain', () => {
  const certain = UNKNOWN_CAUSES.filter((cause) => isChargedForCertain({ cause }));

  expect(certain).toEqual(['REPORT_REFUSED']);
});
