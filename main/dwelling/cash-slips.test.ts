import { expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { CashSlipContent, DrawnPaper } from '../paper/paper.ts';
import { pretendPrintJobs } from '../printing/testing/pretend-print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { CashSlip } from '../tenant-api/tenant-api.ts';
import { createCashSlips } from './cash-slips.ts';

const wish = { accountId: 'account-1', amountCents: 27_74 };
const tenant = { displayName: 'Mme Jeanne Martin', number: '0104473', maskedEmail: null };
const slip: CashSlip = {
  id: 'cash-slip-1',
  reference: 'EKI0044730001',
  code: 'EFC1EKI004473000100277420180811',
  amountCents: 27_74,
  validUntil: '2018-08-11',
};

test('the same sum asked for again is the same slip, and the API is not asked twice', async () => {
  const { cashSlips, visit, createCashSlip } = arrange([{ ok: true, value: slip }]);

  const first = await cashSlips.make(visit, wish);
  const again = await cashSlips.make(visit, wish);

  expect(first).toEqual({
    ok: true,
    value: { id: 'cash-slip-1', reference: slip.reference, amountCents: 27_74, validUntil: '2018-08-11' },
  });
  expect(again).toEqual(first);
  expect(createCashSlip).toHaveBeenCalledTimes(1);
});

test('what was not answered is asked again under the same key', async () => {
  const { cashSlips, visit, createCashSlip } = arrange([
    { ok: false, error: { code: 'API_TIMEOUT' } },
    { ok: true, value: slip },
  ]);

  expect(await cashSlips.make(visit, wish)).toEqual({ ok: false, error: { code: 'API_TIMEOUT' } });
  expect(await cashSlips.make(visit, wish)).toMatchObject({ ok: true });

  const keys = createCashSlip.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey);
  expect(keys).toEqual(['key-1', 'key-1']);
});

test('a slip of another sum than was asked for is not handed out', async () => {
  const { cashSlips, visit } = arrange([{ ok: true, value: { ...slip, amountCents: 27_75 } }]);

  expect(await cashSlips.make(visit, wish)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
});

test('on paper it bears the code, the sum, the lease and the last day', async () => {
  const { cashSlips, visit, draw, prepared } = arrange([{ ok: true, value: slip }]);
  await cashSlips.make(visit, wish);

  cashSlips.print(visit, tenant, slip.id, 'fr');
  await prepared();

  expect(draw).toHaveBeenCalledWith(
    expect.objectContaining({
      tenant: { displayName: 'Mme Jeanne Martin', number: '0104473' },
      leaseNumber: '004473',
      reference: slip.reference,
      code: slip.code,
      amountCents: 27_74,
      validUntil: '2018-08-11',
      issuedOn: '2018-07-12',
      paperSize: 'a4',
    }),
  );
});

test('a slip of the person before is nobody’s', async () => {
  const { cashSlips, visit } = arrange([{ ok: true, value: slip }]);
  await cashSlips.make(visit, wish);

  cashSlips.forget();

  expect(cashSlips.print(visit, tenant, slip.id, 'fr')).toEqual({
    ok: false,
    error: { code: 'INPUT_INVALID' },
  });
});

function arrange(answers: Result<CashSlip>[]) {
  const left = [...answers];
  const createCashSlip = vi.fn(async (_asked: { idempotencyKey: string }) => {
    const answer = left.shift();
    if (!answer) throw new Error('asked once too often');
    return answer;
  });
  const draw = vi.fn<(content: CashSlipContent) => Promise<Result<DrawnPaper>>>(async () => ({
    ok: true,
    value: { pdf: new Uint8Array(), pageCount: 1, missingGlyphs: 0 },
  }));
  const printJobs = pretendPrintJobs();
  let keys = 0;
  const cashSlips = createCashSlips({
    config: {
      landlord: { name: 'EKIDOM', addressLines: ['65 avenue John Kennedy'], phone: '05 36 49 10 00' },
      agency: { id: 'centre', name: 'Centre', addressLines: ['1 place'], phone: '05', openingHours: ['9 h'] },
    },
    printJobs,
    draw,
    newId: () => `key-${++keys}`,
    now: () => new Date('2018-07-12T08:00:00Z'),
  });
  const account = { id: 'account-1', lease: { number: '004473' } };
  const visit = {
    connection: {
      dwelling: { createCashSlip },
      listAccountsForPaper: async () => ({ ok: true, value: [account] }),
    },
  } as unknown as Visit;
  const prepared = () => printJobs.prepared();
  return { cashSlips, visit, createCashSlip, draw, prepared };
}
