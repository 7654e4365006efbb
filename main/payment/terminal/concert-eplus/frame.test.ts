import { expect, test } from 'vitest';
import { ORDER } from '../testing/orders.ts';
import { encodeRequest } from './frame.ts';

test('a debit of 112,45 € is written as terminals know it', () => {
  const request = encodeRequest(ORDER, '01');

  expect(request.toString('latin1')).toBe('\x020100011245010978          A010B010\x03\x05');
});

test('the card’s number is never asked for', () => {
  const answerFlag = encodeRequest(ORDER, '01').toString('latin1')[1 + 10];

  expect(answerFlag).toBe('0');
});
