/** What a central API might answer in its worst hour, for each thing that the kiosk asks it. */
import type { ErrorCode } from '../../preload/contract.ts';
import type { NewFault } from '../sandbox/tenant-api/faults.ts';

export interface WrongAnswer {
  readonly name: string;
  readonly fault: NewFault;
  /** Under which code the person reads about it. */
  readonly code: ErrorCode;
}

/** Stands in every wrong answer: should it ever be on the screen, a wrong figure was believed. */
export const WRONG_CENTS = 987_654_32;
export const WRONG_FIGURE = '987';

const accountId = 'account-004473';

const account = {
  id: accountId,
  lease: {
    id: 'lease-004473',
    number: '004473',
    addressLines: ['8 rue de la Gibauderie'],
    startsOn: '2018-02-01',
    endsOn: null,
    holders: [],
  },
  balanceCents: WRONG_CENTS,
  recentPayments: [],
  asOf: '2018-07-11',
  periods: [{ from: '2018-01-01', to: '2018-12-31', entryCount: 1 }],
};

const entry = {
  id: 'entry-1',
  postedOn: '2018-06-26',
  label: 'LOG 004473 06/18',
  direction: 'debit',
  amountCents: WRONG_CENTS,
  balanceAfterCents: WRONG_CENTS,
};

const ledgerPage = {
  items: [entry],
  nextCursor: null,
  changesCursor: 'changes',
  recentPayments: [],
  openingBalanceCents: 0,
  closingBalanceCents: WRONG_CENTS,
  entryCount: 1,
};

const tenantSession = {
  token: 't'.repeat(40),
  expiresAt: '2999-01-01T00:00:00Z',
  depositToken: 'd'.repeat(40),
  tenant: { id: 'tenant-0104473', number: '0104473', displayName: `M. ${WRONG_FIGURE}`, maskedEmail: null },
};

/** Wrong whatever was asked. */
const ANYWHERE: readonly WrongAnswer[] = [
  {
    name: 'a web page',
    fault: body('<!doctype html><h1>Maintenance 987</h1>', 'text/html'),
    code: 'API_BROKEN_ANSWER',
  },
  { name: 'a web page that says it is JSON', fault: body('<h1>987</h1>'), code: 'API_BROKEN_ANSWER' },
  { name: 'nothing at all', fault: body(''), code: 'API_BROKEN_ANSWER' },
  { name: 'null', fault: json(null), code: 'API_BROKEN_ANSWER' },
  { name: 'an internal error', fault: status(500), code: 'API_UNREACHABLE' },
  { name: 'an error for robots', fault: status(418), code: 'API_REFUSED' },
  { name: 'a connection cut at once', fault: cut('beforeEffect'), code: 'API_UNREACHABLE' },
  { name: 'a connection cut in the middle', fault: cut('midAnswer'), code: 'API_UNREACHABLE' },
];

export const WRONG_SESSIONS: readonly WrongAnswer[] = [
  ...ANYWHERE,
  { name: 'JSON cut short', fault: cutShort(tenantSession, 201), code: 'API_BROKEN_ANSWER' },
  {
    name: 'a tenant without a name',
    fault: json({ ...tenantSession, tenant: { ...tenantSession.tenant, displayName: '' } }, 201),
    code: 'API_BROKEN_ANSWER',
  },
];

export const WRONG_ACCOUNTS: readonly WrongAnswer[] = [
  ...ANYWHERE,
  { name: 'JSON cut short', fault: cutShort(accounts(account)), code: 'API_BROKEN_ANSWER' },
  {
    name: 'a balance in euros',
    fault: json(accounts({ ...account, balanceCents: WRONG_CENTS + 0.5 })),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: 'a balance as text',
    fault: json(accounts({ ...account, balanceCents: String(WRONG_CENTS) })),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: 'a day that does not exist',
    fault: json(accounts({ ...account, asOf: '2018-02-30' })),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: '100,000 accounts',
    fault: json(accounts(...Array.from({ length: 100_000 }, () => account))),
    code: 'API_BROKEN_ANSWER',
  },
];

export const WRONG_LEDGERS: readonly WrongAnswer[] = [
  ...ANYWHERE,
  { name: 'JSON cut short', fault: cutShort(ledgerPage), code: 'API_BROKEN_ANSWER' },
  {
    name: 'an amount in euros',
    fault: json({ ...ledgerPage, items: [{ ...entry, amountCents: WRONG_CENTS + 0.5 }] }),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: 'a day that does not exist',
    fault: json({ ...ledgerPage, items: [{ ...entry, postedOn: '2018-06-31' }] }),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: 'a direction that nobody knows',
    fault: json({ ...ledgerPage, items: [{ ...entry, direction: 'both' }] }),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: 'a balance that does not add up',
    fault: json({ ...ledgerPage, items: [{ ...entry, balanceAfterCents: WRONG_CENTS - 1 }] }),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: 'a closing balance that does not add up',
    fault: json({ ...ledgerPage, closingBalanceCents: WRONG_CENTS + 1 }),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: 'a line from outside the period',
    fault: json({ ...ledgerPage, items: [{ ...entry, postedOn: '2001-01-01' }] }),
    code: 'API_BROKEN_ANSWER',
  },
  {
    name: '100,000 lines in one page',
    fault: json({
      ...ledgerPage,
      items: Array.from({ length: 100_000 }, (_, index) => ({ ...entry, id: `entry-${index}` })),
      entryCount: 100_000,
    }),
    code: 'API_BROKEN_ANSWER',
  },
];

function accounts(...items: object[]) {
  return { items, nextCursor: null };
}

function json(answer: unknown, httpStatus = 200): NewFault {
  return body(JSON.stringify(answer), 'application/json', httpStatus);
}

function cutShort(answer: unknown, httpStatus = 200): NewFault {
  return body(JSON.stringify(answer).slice(0, -20), 'application/json', httpStatus);
}

function body(text: string, contentType = 'application/json', httpStatus = 200): NewFault {
  return { effect: { kind: 'body', status: httpStatus, contentType, text } };
}

function status(code: number): NewFault {
  return { effect: { kind: 'status', status: code } };
}

function cut(moment: 'beforeEffect' | 'midAnswer'): NewFault {
  return { effect: { kind: 'cut', moment } };
}
