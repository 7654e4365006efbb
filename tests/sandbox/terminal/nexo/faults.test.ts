import { describe, expect, test } from 'vitest';
import type { NewPlan } from '../plan.ts';
import { nexoTestBench } from './test-bench.ts';
import { QUIET_MS } from './test-caller.ts';

const bench = nexoTestBench();
const { newTransactions } = bench;

describe('a fault', () => {
  test.each<[string, NewPlan['answer'] & object, RegExp, number]>([
    ['a busy terminal', { kind: 'busy' }, /"ErrorCondition":"Busy"/, 0],
    ['one cent less', { kind: 'wrongAmount' }, /"AuthorizedAmount":112.44/, 1],
    ['dollars', { kind: 'wrongCurrency' }, /"Currency":"USD"/, 1],
    [
      'missing fields',
      { kind: 'missingFields', fields: ['PaymentResult.AmountsResp', 'POIData'] },
      /^(?!.*(AmountsResp|POIData)).*"Result":"Success"/s,
      1,
    ],
    [
      'other fields',
      { kind: 'alteredFields', fields: { 'Response.Result': 'Partial' } },
      /"Result":"Partial"/,
      1,
    ],
    ['garbage', { kind: 'garbage' }, /HAEO~\{"/, 1],
    ['a clear card number', { kind: 'clearCardNumber', card: 2 }, /"MaskedPan":"378282246310005"/, 1],
    ['an HTTP status', { kind: 'httpStatus', status: 503 }, /^HTTP\/1.1 503 /, 1],
    ['an answer sent twice', { kind: 'twice' }, /^(HTTP\/1.1 200 OK\r\n.+)\1$/s, 1],
    ['an answer in pieces', { kind: 'pieces', sizeBytes: 500 }, /"Result":"Success"/, 1],
    ['a late answer', { kind: 'late', afterMs: 50 }, /"Result":"Success"/, 1],
  ])('is %s, and the journal tells the truth', async (_name, answer, heard, taken) => {
    const before = bench.terminal.journal().length;
    await bench.terminal.plan({ answer });

    const { raw } = await bench.caller.send(bench.caller.payment(bench.caller.newServiceId()));

    expect(raw).toMatch(heard);
    expect(newTransactions(before)).toHaveLength(taken);
  });

  test.each<[NewPlan['answer'] & object, number]>([
    [{ kind: 'silence' }, 1],
    [{ kind: 'ignored' }, 0],
  ])('is silence: %j', async (answer, taken) => {
    const before = bench.terminal.journal().length;
    await bench.terminal.plan({ answer });

    const { raw, ending } = await bench.caller.send(bench.caller.payment(bench.caller.newServiceId()), {
      patienceMs: QUIET_MS,
    });

    expect([raw, ending]).toEqual(['', 'quiet']);
    await expect.poll(() => newTransactions(before)).toHaveLength(taken);
  });

  test.each(['end', 'reset'] as const)('is a connection that ends in the middle, by %s', async (manner) => {
    await bench.terminal.plan({ answer: { kind: 'cut', afterBytes: 20, manner } });

    const { raw, ending } = await bench.caller.send(bench.caller.payment(bench.caller.newServiceId()));

    expect(raw).toBe('HTTP/1.1 200 OK\r\nCon');
    expect(ending).toBe(manner);
  });

  test('is a cable that is out', async () => {
    await bench.terminal.setReachable(false);
    const without = await bench.caller.send(bench.caller.payment(bench.caller.newServiceId()));
    await bench.terminal.setReachable(true);

    expect(without.ending).toBe('refused');
    expect(
      (await bench.caller.ask(bench.caller.payment(bench.caller.newServiceId()))).PaymentResponse.Response
        .Result,
    ).toBe('Success');
  });
});
