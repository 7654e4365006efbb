import { expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { DrawnPaper, StatementContent } from '../paper/paper.ts';
import { pretendPrintJobs } from '../printing/testing/pretend-print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { ListedLedger } from '../tenant-api/tenant-api.ts';
import { pretendConnection } from '../tenant-api/testing/pretend-connection.ts';
import { sampleAccount } from '../tenant-api/testing/sample-account.ts';
import { createStatements } from './statements.ts';

const period = { accountId: 'account-1', from: '2018-01-01', to: '2018-07-31' };
const tenant = { displayName: 'Mme Jeanne Martin', number: '4473', maskedEmail: null };
const config = {
  landlord: { name: 'EKIDOM', addressLines: ['65 avenue John Kennedy'], phone: '05 36 49 10 00' },
  agency: { id: 'centre', name: 'Centre', addressLines: ['1 place'], phone: '05', openingHours: ['9 h'] },
};
const emptyLedger: ListedLedger = {
  items: [],
  nextCursor: null,
  openingBalanceCents: 2774,
  closingBalanceCents: 2774,
  entryCount: 0,
  recentPayments: [],
};

test('by e-mail, the wish is handed to the outbox with the period and the language', () => {
  const { statements, enqueue, visit } = arrange();

  const answer = statements.sendByEmail(visit, period, 'en');

  expect(answer).toEqual({ ok: true, value: { deliveryId: 'delivery-1', state: 'saved' } });
  expect(enqueue).toHaveBeenCalledExactlyOnceWith({
    kind: 'statement-delivery',
    tenantId: 'tenant-1',
    depositToken: 'deposit-token',
    payload: { ...period, locale: 'en' },
  });
});

test('on paper, the statement is drawn from the account, the lease and the agency of that day', async () => {
  const { statements, draw, visit, prepared } = arrange();

  statements.print(visit, tenant, period, 'fr');
  await prepared();

  expect(draw).toHaveBeenCalledWith({
    landlord: config.landlord,
    agency: { name: 'Centre' },
    tenant: { displayName: 'Mme Jeanne Martin', number: '4473' },
    lease: { number: '004473', addressLines: ['8 rue'] },
    period: { from: '2018-01-01', to: '2018-07-31' },
    issuedOn: '2018-08-01',
    locale: 'fr',
    openingBalanceCents: 2774,
    closingBalanceCents: 2774,
    entries: [],
  });
});

test('the account of somebody else is not printed', async () => {
  const { statements, draw, visit, prepared } = arrange();

  statements.print(visit, tenant, { ...period, accountId: 'account-of-another' }, 'fr');

  expect(await prepared()).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
  expect(draw).not.toHaveBeenCalled();
});

test('while the line is cut, what was read before is drawn, if it was all of the period', async () => {
  const cut = { ok: false as const, error: { code: 'API_UNREACHABLE' as const } };
  const { statements, draw, visit, prepared } = arrange(cut);
  const read: ListedLedger[] = [];
  const connection = {
    ...visit.connection,
    listAccountsForPaper: async () => ({ ok: true as const, value: [sampleAccount] }),
    readWholeLedger: () => read[0] ?? null,
  };

  statements.print({ ...visit, connection }, tenant, period, 'fr');
  expect(await prepared()).toEqual(cut);
  read.push(emptyLedger);
  statements.print({ ...visit, connection }, tenant, period, 'fr');
  expect(await prepared()).toMatchObject({ ok: true });

  expect(draw).toHaveBeenCalledOnce();
  expect(draw.mock.calls[0]?.[0]).toMatchObject({ closingBalanceCents: 2774, lease: { number: '004473' } });
});

test('what the API could not do is not drawn', async () => {
  const { statements, draw, visit, prepared } = arrange({ ok: false, error: { code: 'API_TIMEOUT' } });

  statements.print(visit, tenant, period, 'fr');

  expect(await prepared()).toEqual({ ok: false, error: { code: 'API_TIMEOUT' } });
  expect(draw).not.toHaveBeenCalled();
});

function arrange(ledger: Result<ListedLedger> = { ok: true, value: emptyLedger }) {
  const enqueue = vi.fn(() => ({ ok: true as const, value: { deliveryId: 'delivery-1' } }));
  const draw = vi.fn<(content: StatementContent) => Promise<Result<DrawnPaper>>>(async () => ({
    ok: true,
    value: { pdf: new Uint8Array(), pageCount: 1, missingGlyphs: 0 },
  }));
  const printJobs = pretendPrintJobs();
  const statements = createStatements({
    config,
    outbox: { enqueue },
    printJobs,
    draw,
    // Half past midnight in Poitiers.
    now: () => new Date('2018-07-31T22:30:00Z'),
  });
  const visit: Visit = {
    tenantId: 'tenant-1',
    depositToken: 'deposit-token',
    connection: pretendConnection({
      listAccounts: async () => ({ ok: true, value: [sampleAccount] }),
      readLedgerPage: async () => ledger,
    }),
  };
  const prepared = () => printJobs.prepared();
  return { statements, enqueue, draw, visit, prepared };
}
