import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectGarbage } from '../kiosk/collect-garbage.ts';
import type { TenantApi, TenantConnection } from './tenant-api.ts';
import { openApi } from './testing/open-api.ts';
import {
  inTurn,
  json,
  problem,
  type ScriptedServer,
  startScriptedServer,
  TENANT_TOKEN,
} from './testing/scripted-server.ts';

const ACCOUNTS = 'GET /accounts';
const LEDGER = 'GET /accounts/acc-1/ledger-entries';
const SIGN_OUT = 'DELETE /tenant-sessions/current';
const broken = { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
const sessionOver = { ok: false, error: { code: 'SESSION_OVER' } };

let server: ScriptedServer;
let api: TenantApi;
let connection: TenantConnection;

beforeEach(async () => {
  server = await startScriptedServer();
  api = openApi(server);
  const signedIn = await api.signIn({ email: 'dupont@exemple.fr', password: 'correct horse' });
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  connection = signedIn.value.connection;
});

afterEach(async () => {
  api.close();
  await server.close();
});

describe('the list of accounts', () => {
  test('is read under the tenant token, page after page', async () => {
    server.on(ACCOUNTS, (request, response) => {
      const last = request.query.cursor === 'second page/+';
      const body = last
        ? { items: [account('acc-2')], nextCursor: null }
        : { items: [account('acc-1')], nextCursor: 'second page/+' };
      json(200, body)(request, response);
    });

    const accounts = await connection.listAccounts();

    expect(accounts).toEqual({ ok: true, value: [account('acc-1'), account('acc-2')] });
    expect(server.seen.at(-1)?.headers['tenant-token']).toBe(TENANT_TOKEN);
  });

  test('for paper is the one of before while the line is cut, and only of this session', async () => {
    const cut = { ok: false, error: { code: 'API_UNREACHABLE' } };
    server.on(ACCOUNTS, problem(503, 'maintenance.planned'));
    expect(await connection.listAccountsForPaper()).toEqual(cut);

    server.on(ACCOUNTS, json(200, { items: [account('acc-1')], nextCursor: null }));
    await connection.listAccounts();
    server.on(ACCOUNTS, problem(503, 'maintenance.planned'));
    const ofBefore = await connection.listAccountsForPaper();
    server.on(ACCOUNTS, problem(401, 'token.expired'));
    const over = await connection.listAccountsForPaper();

    expect(ofBefore).toEqual({ ok: true, value: [account('acc-1')] });
    expect(over).toEqual(sessionOver);
    await connection.signOut();
    expect(await connection.listAccountsForPaper()).toEqual(sessionOver);
  });

  test('is not told again while nothing has changed', async () => {
    const names: (string | undefined)[] = [];
    let version = 1;
    server.on(ACCOUNTS, (request, response) => {
      names.push(request.headers['if-none-match']);
      const etag = `"v${version}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { ETag: etag }).end();
      else {
        response
          .writeHead(200, { ETag: etag, 'Content-Type': 'application/json' })
          .end(JSON.stringify({ items: [account(`acc-${version}`)], nextCursor: null }));
      }
    });

    const first = await connection.listAccounts();
    const unchanged = await connection.listAccounts();
    version = 2;
    const changed = await connection.listAccounts();

    expect(unchanged).toEqual(first);
    expect(changed).toEqual({ ok: true, value: [account('acc-2')] });
    expect(names).toEqual([undefined, '"v1"', '"v1"']);
  });

  test.each([
    ['is told as unchanged, though nobody knows it', undefined],
    ['carries a name that is none', 'v1\tand more'],
  ])('that %s is asked for whole', async (_, etag) => {
    server.on(ACCOUNTS, (_request, response) => {
      if (etag === undefined) response.writeHead(304).end();
      else {
        response
          .writeHead(200, { ETag: etag, 'Content-Type': 'application/json' })
          .end(JSON.stringify({ items: [], nextCursor: null }));
      }
    });

    const first = await connection.listAccounts();
    await connection.listAccounts();

    expect(first).toEqual(etag === undefined ? broken : { ok: true, value: [] });
    expect(server.seen.every(({ headers }) => headers['if-none-match'] === undefined)).toBe(true);
  });

  test('that goes round in circles is broken', async () => {
    server.on(ACCOUNTS, (request, response) => {
      const nextCursor = request.query.cursor === 'a' ? 'b' : 'a';
      json(200, { items: [], nextCursor })(request, response);
    });

    expect(await connection.listAccounts()).toEqual(broken);
    expect(server.countOf(ACCOUNTS)).toBeLessThan(5);
  });

  test('that never ends is broken', async () => {
    let next = 0;
    server.on(ACCOUNTS, (request, response) => {
      next += 1;
      json(200, { items: [account(`acc-${next}`)], nextCursor: `cursor-${next}` })(request, response);
    });

    expect(await connection.listAccounts()).toEqual(broken);
    expect(server.countOf(ACCOUNTS)).toBe(20);
  });

  test('with the same account twice is broken', async () => {
    server.on(ACCOUNTS, json(200, { items: [account('acc-1'), account('acc-1')], nextCursor: null }));

    expect(await connection.listAccounts()).toEqual(broken);
  });
});

describe('the ledger', () => {
  const newest = { ...entry('e-2', '2018-07-10', 'credit', 4_386), balanceAfterCents: 19_471 };
  const oldest = { ...entry('e-1', '2018-06-26', 'debit', 23_857), balanceAfterCents: 23_857 };
  const totals = { openingBalanceCents: 0, closingBalanceCents: 19_471, entryCount: 2, recentPayments: [] };
  const changesCursor = 'changes';
  const firstPage = { items: [newest], nextCursor: 'next', ...totals };
  const lastPage = { items: [oldest], nextCursor: null, ...totals };
  const first = { accountId: 'acc-1', from: '2018-01-01', to: '2018-12-31', cursor: null, limit: 1 };

  test('is read page after page', async () => {
    server.on(
      LEDGER,
      inTurn(json(200, { ...firstPage, changesCursor }), json(200, { ...lastPage, changesCursor })),
    );

    const one = await connection.readLedgerPage(first);
    const two = await connection.readLedgerPage({ ...first, cursor: 'next' });

    expect([one, two]).toEqual([
      { ok: true, value: firstPage },
      { ok: true, value: lastPage },
    ]);
    expect(server.seen.at(-1)?.query).toEqual({
      from: '2018-01-01',
      to: '2018-12-31',
      cursor: 'next',
      limit: '1',
    });
  });

  test('the whole history is asked for without days', async () => {
    server.on(LEDGER, json(200, { ...lastPage, changesCursor, closingBalanceCents: 23_857, entryCount: 1 }));

    await connection.readLedgerPage({ accountId: 'acc-1', cursor: null });

    expect(server.seen.at(-1)?.query).toEqual({ limit: '100' });
  });

  test('a page can be read again', async () => {
    server.on(
      LEDGER,
      inTurn(json(200, { ...firstPage, changesCursor }), json(200, { ...lastPage, changesCursor })),
    );
    await connection.readLedgerPage(first);
    await connection.readLedgerPage({ ...first, cursor: 'next' });

    const again = await connection.readLedgerPage({ ...first, cursor: 'next' });

    expect(again).toEqual({ ok: true, value: lastPage });
  });

  test('a page that does not go on from the one before is broken', async () => {
    const gap = { ...lastPage, items: [{ ...oldest, amountCents: 20_000, balanceAfterCents: 20_000 }] };
    server.on(
      LEDGER,
      inTurn(json(200, { ...firstPage, changesCursor }), json(200, { ...gap, changesCursor })),
    );
    await connection.readLedgerPage(first);

    expect(await connection.readLedgerPage({ ...first, cursor: 'next' })).toEqual(broken);
  });

  test('a cursor that was not handed out for this account and period is refused unasked', async () => {
    server.on(LEDGER, json(200, { ...firstPage, changesCursor }));
    await connection.readLedgerPage(first);
    const before = server.seen.length;

    const answers = await Promise.all([
      connection.readLedgerPage({ ...first, cursor: 'made-up' }),
      connection.readLedgerPage({ ...first, cursor: 'next', from: '2018-02-01' }),
      connection.readLedgerPage({ ...first, cursor: 'next', accountId: 'acc-2' }),
    ]);

    for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
    expect(server.seen).toHaveLength(before);
  });
});

describe('the direct debit', () => {
  const DIRECT_DEBIT = 'GET /accounts/acc-1/direct-debit';
  const directDebit = {
    creditor: { identifier: 'FR72ZZZ123456', name: 'EKIDOM', addressLines: ['1 rue X'] },
    mandate: null,
    nextMandateReference: 'EKI-004473-1',
    days: [5, 10],
    comingDebits: [],
  };

  test('is read under the tenant token', async () => {
    server.on(DIRECT_DEBIT, json(200, directDebit));

    expect(await connection.readDirectDebit('acc-1')).toEqual({ ok: true, value: directDebit });
    expect(server.seen.at(-1)?.headers['tenant-token']).toBe(TENANT_TOKEN);
  });

  test('with a day that not every month has is broken', async () => {
    server.on(DIRECT_DEBIT, json(200, { ...directDebit, days: [31] }));

    expect(await connection.readDirectDebit('acc-1')).toEqual(broken);
  });
});

describe('the end of the session', () => {
  test('signing out tells the API once', async () => {
    const first = await connection.signOut();
    const second = await connection.signOut();

    expect([first, second]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ]);
    expect(server.countOf(SIGN_OUT)).toBe(1);
    expect(server.seen.at(-1)?.headers).toMatchObject({
      'tenant-token': TENANT_TOKEN,
      'idempotency-key': expect.any(String),
    });
  });

  test('after signing out nothing is read any more, whether the API heard of it or not', async () => {
    server.on(SIGN_OUT, problem(503, 'maintenance.planned'));

    const signedOut = await connection.signOut();
    const accounts = await connection.listAccounts();

    expect(signedOut).toEqual({ ok: false, error: { code: 'API_UNREACHABLE' } });
    expect(accounts).toEqual(sessionOver);
    expect(server.countOf(ACCOUNTS)).toBe(0);
  });

  test('what is being read while the person signs out is dropped', async () => {
    server.on(ACCOUNTS, () => undefined);
    const accounts = connection.listAccounts();
    await expect.poll(() => server.countOf(ACCOUNTS)).toBe(1);

    await connection.signOut();

    expect(await accounts).toEqual(sessionOver);
  });

  test('what was read is let go at once, however long the API takes to hear of the end', async () => {
    const { promise: silence, resolve: answer } = Promise.withResolvers<void>();
    server.on(ACCOUNTS, json(200, { items: [account('acc-1')], nextCursor: null }));
    server.on(SIGN_OUT, (_request, response) => void silence.then(() => response.writeHead(204).end()));
    const left = await connectionOfSomebody();

    const signingOut = left.deref()?.signOut();
    await expect.poll(() => server.countOf(SIGN_OUT)).toBe(1);
    collectGarbage();

    expect(left.deref()).toBeUndefined();
    answer();
    expect(await signingOut).toEqual({ ok: true, value: undefined });
  });

  test('a session that the API has ended already is signed out', async () => {
    server.on(SIGN_OUT, problem(401, 'token.expired'));

    expect(await connection.signOut()).toEqual({ ok: true, value: undefined });
  });

  test('a tenant token that has had its time means that the session is over', async () => {
    server.on(ACCOUNTS, problem(401, 'token.expired'));

    expect(await connection.listAccounts()).toEqual(sessionOver);
    expect(server.countOf('POST /kiosk-tokens')).toBe(2);
  });
});

/** Held by nobody else. */
async function connectionOfSomebody(): Promise<WeakRef<TenantConnection>> {
  const signedIn = await api.signIn({ email: 'dupont@exemple.fr', password: 'correct horse' });
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  await signedIn.value.connection.listAccounts();
  return new WeakRef(signedIn.value.connection);
}

function account(id: string) {
  return {
    id,
    lease: {
      id: 'l-1',
      number: '004473',
      addressLines: ['1 rue X'],
      startsOn: '2010-01-01',
      endsOn: null,
      residenceId: null,
      holders: [],
    },
    balanceCents: 2_774,
    recentPayments: [],
    asOf: '2018-07-31',
    periods: [{ from: '2018-01-01', to: '2018-12-31', entryCount: 7 }],
  };
}

function entry(id: string, postedOn: string, direction: 'debit' | 'credit', amountCents: number) {
  return { id, postedOn, label: 'LOG 004473', direction, amountCents };
}
