import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORDER } from '../testing/orders.ts';
import { parseFields } from './fields.ts';
import { encodeRequest, MAX_AMOUNT_CENTS, whatIsAsked } from './request.ts';

const SETTINGS = { register: '01', protocolVersion: '0300', applicationId: '012345678901' } as const;

test('a debit of 112,45 € is written as terminals know it', () => {
  const request = encodeRequest(whatIsAsked(ORDER, SETTINGS), SETTINGS);

  expect(request).toBe('CZ0040300CJ012012345678901CA00201CE003978BA0010CD0010CB00511245');
});

test('a ticket is asked for the customer only, never for the merchant', () => {
  const request = encodeRequest(whatIsAsked({ ...ORDER, wantsTicket: true }, SETTINGS), SETTINGS);

  expect(request.endsWith('CK003100')).toBe(true);
});

test('every amount is written in two to twelve digits, and nothing is asked that breaks newer terminals', () => {
  const amounts = fc.integer({ min: 1, max: MAX_AMOUNT_CENTS });

  fc.assert(
    fc.property(amounts, fc.boolean(), (amountCents, wantsTicket) => {
      const request = encodeRequest(whatIsAsked({ ...ORDER, amountCents, wantsTicket }, SETTINGS), SETTINGS);

      const parsed = parseFields(request);
      if (parsed.form !== 'whole') throw new Error(parsed.form);
      expect(parsed.fields.get('CB')).toMatch(/^\d{2,12}$/);
      expect(Number(parsed.fields.get('CB'))).toBe(amountCents);
      expect(parsed.fields.has('BF')).toBe(false);
      expect(parsed.fields.get('BA')).toBe('0');
      expect(parsed.fields.get('CK')?.[1] ?? '0').toBe('0');
    }),
  );
});
