import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { credit, debit } from './ledger.ts';
import type { NewTenant } from './new-tenant.ts';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type LedgerPage, type TestCaller } from './test-caller.ts';

const TODAY = '2018-07-12';
const LONG = '/accounts/account-000512/ledger-entries';

let api: TenantApi;
let caller: TestCaller;
let henri: Record<string, string>;

beforeAll(async () => {
  api = await startTenantApi({ today: TODAY });
  caller = createTestCaller(api);
});

beforeEach(async () => {
  henri = await caller.asTenant('henri.rousseau@exemple.fr');
});

afterAll(() => api.stop());

async function readPages(
  path: string,
  tokens: Record<string, string>,
  limits: readonly number[],
): Promise<LedgerPage[]> {
  const pages: LedgerPage[] = [];
  let cursor: string | null = null;
  do {
    const url = new URL(path, 'http://api');
    const limit = limits[pages.length % limits.length];
    if (limit !== undefined) url.searchParams.set('limit', String(limit));
    if (cursor !== null) url.searchParams.set('cursor', cursor);
    const { body } = await caller.call<LedgerPage>('GET', `${url.pathname}${url.search}`, {
      headers: tokens,
    });
    pages.push(body);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return pages;
}

describe('a ledger read page by page', () => {
  test('loses no entry and gives none twice, whatever the limits and the period', async () => {
    const account = api.tenants.flatMap(({ accounts }) => accounts).find(({ id }) => id === 'account-000512');
    const days = fc.constantFrom(...(account?.entries ?? []).map(({ postedOn }) => postedOn));

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 4 }),
        fc.tuple(days, days),
        async (limits, [one, other]) => {
          const [from = '', to = ''] = [one, other].sort();
          const pages = await readPages(`${LONG}?from=${from}&to=${to}`, henri, limits);

          const expected = account?.entries.filter(({ postedOn }) => from <= postedOn && postedOn <= to);
          expect(pages.flatMap(({ items }) => items)).toEqual(expected?.toReversed());
          pages.forEach((page, index) => {
            expect(page.items.length).toBeLessThanOrEqual(limits[index % limits.length] ?? 0);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  test('gives 100 entries a page unless asked, and the same balances on every page', async () => {
    const pages = await readPages(LONG, henri, []);

    expect(pages.map(({ items }) => items.length)).toEqual([100, 100, 100, 100, pages[4]?.items.length]);
    for (const { openingBalanceCents, closingBalanceCents, entryCount } of pages) {
      expect({ openingBalanceCents, closingBalanceCents, entryCount }).toEqual({
        openingBalanceCents: 0,
        closingBalanceCents: pages[0]?.closingBalanceCents,
        entryCount: pages.flatMap(({ items }) => items).length,
      });
    }
  });

  test('is read to its end one by one', async () => {
    const claire = await caller.asTenant('claire.fournier@exemple.fr');

    const pages = await readPages('/accounts/account-101035/ledger-entries', claire, [1]);

    expect(pages).toHaveLength(35);
    expect(new Set(pages.map(({ items }) => items[0]?.id)).size).toBe(35);
  });

  test('adds up for every tenant: each balance follows from the one before, and the period from its entries', async () => {
    const able = api.tenants.filter(({ access }) => access === 'open');
    for (const { signInEmail, accounts } of able) {
      const tokens = await caller.asTenant(signInEmail);
      for (const { id } of accounts) {
        const pages = await readPages(
          `/accounts/${id}/ledger-entries?from=2017-01-01&to=2018-06-30`,
          tokens,
          [200],
        );

        const { openingBalanceCents = 0, closingBalanceCents = 0, entryCount = 0 } = pages[0] ?? {};
        const oldestFirst = pages.flatMap(({ items }) => items).toReversed();
        let balanceCents = openingBalanceCents;
        for (const entry of oldestFirst) {
          balanceCents += entry.direction === 'debit' ? entry.amountCents : -entry.amountCents;
          expect(entry.balanceAfterCents).toBe(balanceCents);
        }
        expect(balanceCents).toBe(closingBalanceCents);
        expect(oldestFirst).toHaveLength(entryCount);
      }
    }
  });

  test('outside of what was booked is empty and keeps the balance', async () => {
    const before = await caller.call<LedgerPage>('GET', `${LONG}?to=1999-12-31`, { headers: henri });
    const after = await caller.call<LedgerPage>('GET', `${LONG}?from=2018-07-12`, { headers: henri });
    const all = await caller.call<LedgerPage>('GET', LONG, { headers: henri });

    expect(before.body).toMatchObject({
      items: [],
      entryCount: 0,
      openingBalanceCents: 0,
      closingBalanceCents: 0,
    });
    expect(after.body).toMatchObject({
      items: [],
      nextCursor: null,
      openingBalanceCents: all.body.closingBalanceCents,
      closingBalanceCents: all.body.closingBalanceCents,
    });
  });
});

describe('a ledger that was read', () => {
  const JEANNE = '/accounts/account-004473/ledger-entries';
  let jeanne: Record<string, string>;

  beforeEach(async () => {
    api.reset();
    jeanne = await caller.asTenant('jeanne.martin@exemple.fr');
  });

  async function read(query: Record<string, string> = {}) {
    const { body, headers } = await caller.call<LedgerPage>(
      'GET',
      `${JEANNE}?${new URLSearchParams(query)}`,
      {
        headers: jeanne,
      },
    );
    return { ...body, etag: headers.get('ETag') };
  }

  function pay(lastDigit: number) {
    api.payments.receive({
      id: `0197a0a0-0000-7000-8000-00000000000${lastDigit}`,
      accountId: 'account-004473',
      amountCents: 1_00,
      paidAt: '2018-07-11T09:00:00.000Z',
      isWhole: false,
      authorisationNumber: null,
      settledByStaff: false,
    });
    api.payments.bookHeld();
  }

  test('is told by what was booked since, page by page, with the balances of all of it', async () => {
    const before = await read();
    pay(1);
    pay(2);

    const changes = await read({ since: before.changesCursor, limit: '1' });
    const more = await read({
      since: before.changesCursor,
      limit: '1',
      cursor: changes.nextCursor ?? '',
    });

    expect([changes.items, more.items].map(([item]) => item?.balanceAfterCents)).toEqual([25_74, 26_74]);
    expect([changes.nextCursor === null, more.nextCursor]).toEqual([false, null]);
    for (const page of [changes, more]) {
      expect(page).toMatchObject({ openingBalanceCents: 0, closingBalanceCents: 25_74, entryCount: 9 });
    }
    expect(await read({ since: more.changesCursor })).toMatchObject({ items: [], entryCount: 9 });
  });

  test('on which nothing was booked has the same answer each time', async () => {
    const { changesCursor } = await read();

    const nothing = await read({ since: changesCursor });

    expect(nothing).toMatchObject({ items: [], nextCursor: null, changesCursor, entryCount: 7 });
    expect((await read({ since: changesCursor })).etag).toBe(nothing.etag);
  });

  test('has no change in a period that is over', async () => {
    const period = { from: '2018-06-01', to: '2018-06-30' };
    const { changesCursor } = await read(period);
    pay(1);

    expect(await read({ ...period, since: changesCursor })).toMatchObject({ items: [], entryCount: 6 });
  });

  test('is not told by changes once an entry was put right, in it or before it, or an hour later', async () => {
    const period = { from: '2018-07-01', to: '2018-07-31' };
    const whole = await read({ limit: '3' });
    const july = await read(period);
    const refused = { status: 400, code: 'cursor.invalid' };
    const oldest = api.tenants.flatMap(({ accounts }) => accounts).find(({ id }) => id === 'account-004473');
    api.correctEntry('account-004473', oldest?.entries[0]?.id ?? '', 10_00);

    const after = [
      await read({ since: whole.changesCursor, limit: '3' }),
      await read({ cursor: whole.nextCursor ?? '', limit: '3' }),
      await read({ ...period, since: july.changesCursor }),
      await read({ since: july.changesCursor }),
    ];
    const anew = await read();
    api.advanceSeconds(3_600);
    jeanne = await caller.asTenant('jeanne.martin@exemple.fr');

    for (const answer of after) expect(answer).toMatchObject(refused);
    expect(anew).toMatchObject({ entryCount: 7, openingBalanceCents: 0 });
    expect(await read({ since: anew.changesCursor })).toMatchObject(refused);
  });
});

describe('a cursor', () => {
  async function firstCursor(query = ''): Promise<string> {
    const { body } = await caller.call<LedgerPage>('GET', `${LONG}?limit=10${query}`, { headers: henri });
    return body.nextCursor ?? '';
  }

  test('lives for an hour', async () => {
    const cursor = await firstCursor();
    const read = async () => {
      const { status, body } = await caller.call('GET', `${LONG}?cursor=${cursor}`, {
        headers: await caller.asTenant('henri.rousseau@exemple.fr'),
      });
      return { status, body };
    };
    api.advanceSeconds(3_590);
    const inTime = await read();
    api.advanceSeconds(10);

    const late = await read();

    expect(inTime.status).toBe(200);
    expect(late.body).toEqual({ status: 400, code: 'cursor.invalid' });
  });

  test('is good for its own list only', async () => {
    const ofLedger = await firstCursor();
    const ofPeriod = await firstCursor('&from=2010-01-01');
    const claire = await caller.asTenant('claire.fournier@exemple.fr');

    const answers = await Promise.all([
      caller.call('GET', `/accounts?cursor=${ofLedger}`, { headers: henri }),
      caller.call('GET', `${LONG}?cursor=${ofPeriod}`, { headers: henri }),
      caller.call('GET', `${LONG}?cursor=${ofLedger}&to=2018-01-01`, { headers: henri }),
      caller.call('GET', `/accounts/account-101035/ledger-entries?cursor=${ofLedger}`, { headers: claire }),
      caller.call('GET', `${LONG}?cursor=made-up`, { headers: henri }),
      caller.call('GET', `${LONG}?cursor=${'A'.repeat(512)}`, { headers: henri }),
    ]);

    for (const { body } of answers) expect(body).toEqual({ status: 400, code: 'cursor.invalid' });
  });

  test('tells nothing of what is in it', async () => {
    const cursor = await firstCursor();

    const content = Buffer.from(cursor, 'base64url').toString('latin1');

    expect(content).not.toMatch(/account|[0-9]{4}/);
  });
});

describe('accounts', () => {
  test('come one per lease, the newest first, with the years in which something was booked', async () => {
    const tokens = await caller.asTenant('lucas.moreau@exemple.fr');

    const { body } = await caller.call<AccountPage>('GET', '/accounts', { headers: tokens });

    expect(body.items.map(({ lease }) => lease.startsOn)).toEqual(['2017-05-01', '2015-03-01']);
    expect(body.items[0]?.periods.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2018-01-01 2018-12-31',
      '2017-01-01 2017-12-31',
    ]);
    expect(body.items.every(({ asOf }) => asOf === TODAY)).toBe(true);
  });

  test('of somebody with more leases than a page holds are all read', async () => {
    await api.addTenant(manyLeases(120));
    const tokens = await caller.asTenant('bailleur@exemple.fr');
    const numbers: string[] = [];
    let cursor: string | null = null;

    do {
      const query: string = cursor === null ? '' : `?cursor=${cursor}`;
      const { body }: { body: AccountPage } = await caller.call<AccountPage>('GET', `/accounts${query}`, {
        headers: tokens,
      });
      numbers.push(...body.items.map(({ lease }) => lease.number));
      cursor = body.nextCursor;
    } while (cursor !== null);

    expect(numbers).toHaveLength(120);
    expect(new Set(numbers).size).toBe(120);
  });

  test('of somebody else do not exist', async () => {
    const jeanne = await caller.asTenant('jeanne.martin@exemple.fr');

    const ofHenri = await caller.call('GET', LONG, { headers: jeanne });
    const ofNobody = await caller.call('GET', '/accounts/account-999/ledger-entries', { headers: jeanne });
    const statement = await caller.call('POST', '/accounts/account-000512/statement-deliveries', {
      headers: { ...jeanne, 'Idempotency-Key': '0198c7a0-0000-7000-8000-000000000000' },
      body: { from: '2018-01-01', to: '2018-12-31', locale: 'fr' },
    });

    for (const { body } of [ofHenri, ofNobody, statement]) {
      expect(body).toEqual({ status: 404, code: 'account.unknown' });
    }
    expect(api.mailbox.emails).toHaveLength(0);
  });

  test('of 100,000 entries are read like any other', async () => {
    await api.addTenant(hugeLedger(100_000));
    const tokens = await caller.asTenant('enorme@exemple.fr');

    const { body } = await caller.call<LedgerPage>('GET', '/accounts/account-H1/ledger-entries?limit=200', {
      headers: tokens,
    });

    expect(body.items).toHaveLength(200);
    expect(body).toMatchObject({ entryCount: 100_000, closingBalanceCents: 0 });
  });
});

interface AccountPage {
  readonly items: readonly {
    readonly asOf: string;
    readonly lease: { readonly number: string; readonly startsOn: string };
    readonly periods: readonly { readonly from: string; readonly to: string }[];
  }[];
  readonly nextCursor: string | null;
}

function manyLeases(count: number): NewTenant {
  return {
    number: '9000001',
    displayName: 'Association Les Toits',
    email: 'bailleur@exemple.fr',
    story: '',
    leases: Array.from({ length: count }, (_, index) => ({
      number: `T${index}`,
      addressLines: ['86000 Poitiers'],
      startsOn: '2018-01-01',
      endsOn: null,
      bookings: [],
    })),
  };
}

function hugeLedger(count: number): NewTenant {
  return {
    number: '9000002',
    displayName: 'M. Long',
    email: 'enorme@exemple.fr',
    story: '',
    leases: [
      {
        number: 'H1',
        addressLines: ['86000 Poitiers'],
        startsOn: '2018-01-01',
        endsOn: null,
        bookings: Array.from({ length: count }, (_, index) =>
          index % 2 === 0 ? debit('2018-01-01', 'Loyer', 100) : credit('2018-01-01', 'Paiement', 100),
        ),
      },
    ],
  };
}
