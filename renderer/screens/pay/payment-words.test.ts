import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../preload/contract.ts';
import {
  NOT_PERFORMED_REASONS,
  PAYMENT_MEANS,
  PAYMENT_OBSTACLES,
} from '../../../preload/payment-contract.ts';
import english from '../../messages/en.json';
import french from '../../messages/fr.json';

const catalogues = { fr: french.payment, en: english.payment } as const;

describe.each(LOCALES)('in %s', (locale) => {
  const { obstacles, notPerformed, means } = catalogues[locale];

  test('whatever stands in the way of paying is told, and what to do about it', () => {
    expect(Object.keys(obstacles).sort()).toEqual([...PAYMENT_OBSTACLES].sort());
    for (const obstacle of PAYMENT_OBSTACLES) {
      expect(sentencesIn(obstacles[obstacle]), obstacle).toBeGreaterThanOrEqual(2);
    }
  });

  test('whyever a payment did not take place is told, and what to do now', () => {
    expect(Object.keys(notPerformed).sort()).toEqual([...NOT_PERFORMED_REASONS].sort());
    for (const reason of NOT_PERFORMED_REASONS) {
      expect(sentencesIn(notPerformed[reason]), reason).toBeGreaterThanOrEqual(2);
    }
  });

  test('each means of payment has its name', () => {
    expect(Object.keys(means).sort()).toEqual([...PAYMENT_MEANS].sort());
  });
});

test('no reason claims what the lead above it says already, or its contrary: that nothing was taken', () => {
  for (const reason of NOT_PERFORMED_REASONS) {
    expect(french.payment.notPerformed[reason], reason).not.toMatch(/prélev|débit/);
  }
});

function sentencesIn(text: string): number {
  return text.split(/(?<=[.!?:])\s/).length;
}
