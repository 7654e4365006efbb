import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { DirectDebitMandateContent } from '../paper/paper.ts';
import { type PretendPrintJobs, pretendPrintJobs } from '../printing/testing/pretend-print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Wish } from '../sync/outbox.ts';
import type { DirectDebit } from '../tenant-api/tenant-api.ts';
import { pretendConnection } from '../tenant-api/testing/pretend-connection.ts';
import { sampleAccount } from '../tenant-api/testing/sample-account.ts';
import { createDirectDebits, type DirectDebits, type SignRequest } from './direct-debits.ts';

const IBAN = 'FR7630006000011234567890189';
const creditor = { identifier: 'FR72ZZZ123456', name: 'EKIDOM', addressLines: ['65 avenue John Kennedy'] };
const none: DirectDebit = {
  creditor,
  mandate: null,
  nextMandateReference: 'EKI-004473-1',
  days: [10, 5],
  comingDebits: [],
};
const active: DirectDebit = {
  ...none,
  nextMandateReference: 'EKI-004473-2',
  mandate: {
    reference: 'EKI-004473-1',
    holder: 'MME MARTIN',
    ibanLast4: '0189',
    bankName: 'Banque',
    day: 5,
    signedOn: '2018-01-02',
    state: 'active',
  },
  comingDebits: [
    { id: 'd-2', dueOn: '2018-08-05', amountCents: 23_857, state: 'planned' },
    { id: 'd-1', dueOn: '2018-07-15', amountCents: 23_857, state: 'tooLate' },
    { id: 'd-3', dueOn: '2018-09-05', amountCents: 23_857, state: 'leftOut' },
  ],
};
const request: SignRequest = {
  accountId: 'account-1',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: null,
  holder: 'Mme Jeanne Martin',
  day: 5,
  signature: 'M0 0L200 100',
  copyByEmail: true,
};

let said: Result<DirectDebit>;
let enqueued: Wish[];
let printJobs: PretendPrintJobs;
let directDebits: DirectDebits;
const draw = vi.fn(async (_: DirectDebitMandateContent) => ({
  ok: true as const,
  value: { pdf: new Uint8Array(), pageCount: 1, missingGlyphs: 0 },
}));
const visit = visitOf('tenant-1');

beforeEach(() => {
  said = { ok: true, value: none };
  enqueued = [];
  draw.mockClear();
  printJobs = pretendPrintJobs();
  directDebits = createDirectDebits({
    outbox: {
      enqueue: (wish) => {
        enqueued.push(wish);
        return { ok: true, value: { deliveryId: `delivery-${enqueued.length}` } };
      },
    },
    printJobs,
    draw,
    // Half past midnight in Poitiers.
    now: () => new Date('2018-07-31T22:30:00Z'),
  });
});

describe('signing a mandate', () => {
  test('hands in what was signed, under the reference that was shown', async () => {
    await read();

    const answer = directDebits.sign(visit, request, 'en');

    expect(answer).toEqual({ ok: true, value: { deliveryId: 'delivery-1', state: 'saved' } });
    expect(enqueued).toEqual([
      {
        kind: 'direct-debit-mandate',
        tenantId: 'tenant-1',
        depositToken: 'deposit-tenant-1',
        payload: {
          accountId: 'account-1',
          reference: 'EKI-004473-1',
          holder: 'Mme Jeanne Martin',
          iban: IBAN,
          bic: null,
          day: 5,
          signedAt: '2018-07-31T22:30:00.000Z',
          signature: 'M0 0L200 100',
          copyByEmail: true,
          locale: 'en',
        },
      },
    ]);
  });

  test('is refused for what was never offered', async () => {
    expect(directDebits.sign(visit, request, 'fr')).toEqual(failed('INPUT_INVALID'));
    await read();

    expect(directDebits.sign(visit, { ...request, day: 7 }, 'fr')).toEqual(failed('INPUT_INVALID'));
    expect(directDebits.sign(visit, { ...request, holder: 'A\u202EB' }, 'fr')).toEqual(
      failed('INPUT_INVALID'),
    );
    expect(directDebits.sign(visit, { ...request, accountId: 'other' }, 'fr')).toEqual(
      failed('INPUT_INVALID'),
    );
    expect(enqueued).toEqual([]);
  });

  test('is refused with a wrong IBAN, or without the BIC that it needs', async () => {
    await read();
    const swiss = { ...request, iban: 'CH9300762011623852957' };

    expect(directDebits.sign(visit, { ...request, iban: `${IBAN}0` }, 'fr')).toEqual(failed('IBAN_WRONG'));
    expect(directDebits.sign(visit, swiss, 'fr')).toEqual(failed('BIC_WRONG'));
    expect(directDebits.sign(visit, { ...swiss, bic: 'BNPAFRPP' }, 'fr')).toEqual(failed('BIC_WRONG'));
    expect(directDebits.sign(visit, { ...swiss, bic: 'ubswchzh80a' }, 'fr')).toMatchObject({ ok: true });
    expect(enqueued).toMatchObject([{ payload: { bic: 'UBSWCHZH80A' } }]);
  });

  test('a BIC that nobody asked for is not handed on', async () => {
    await read();

    directDebits.sign(visit, { ...request, bic: 'NONSENSE' }, 'fr');

    expect(enqueued).toMatchObject([{ payload: { bic: null } }]);
  });

  test('happens once for one reference', async () => {
    await read();
    directDebits.sign(visit, request, 'fr');
    await read();

    expect(directDebits.sign(visit, request, 'fr')).toEqual(failed('MANDATE_BEING_RECORDED'));
    expect(enqueued).toHaveLength(1);
  });

  test('is shown at once as being recorded, with four characters of its IBAN and no more', async () => {
    await read();
    directDebits.sign(visit, request, 'fr');
    directDebits.delivered({ deliveryId: 'delivery-1', state: 'transmitted' });

    const shown = await read();

    expect(shown).toMatchObject({
      mandate: { reference: 'EKI-004473-1', ibanLast4: '0189', state: 'beingRecorded', canBePrinted: true },
    });
    expect(JSON.stringify(shown)).not.toContain(IBAN.slice(4, 20));
  });

  test('is told as the landlord has it once the landlord has it', async () => {
    await read();
    directDebits.sign(visit, request, 'fr');
    said = { ok: true, value: active };

    expect(await read()).toMatchObject({
      mandate: { state: 'active', bankName: 'Banque', canBePrinted: true },
    });
  });

  test('that the landlord refuses is as if it had not been', async () => {
    await read();
    directDebits.sign(visit, request, 'fr');
    directDebits.delivered({ deliveryId: 'delivery-1', state: 'refused' });

    expect(await read()).toMatchObject({ mandate: null });
    expect(directDebits.print(visit, 'account-1', 'fr')).toEqual(failed('MANDATE_UNAVAILABLE'));
  });
});

describe('the copy on paper', () => {
  test('is what was signed, with the signature', async () => {
    await read();
    directDebits.sign(visit, request, 'fr');

    directDebits.print(visit, 'account-1', 'fr');
    await printJobs.prepared();

    expect(draw).toHaveBeenCalledExactlyOnceWith({
      creditor,
      reference: 'EKI-004473-1',
      holder: 'Mme Jeanne Martin',
      holderAddressLines: ['8 rue'],
      iban: IBAN,
      bic: null,
      day: 5,
      signedOn: '2018-08-01',
      signaturePath: 'M0 0L200 100',
      locale: 'fr',
      leaseNumber: '004473',
    });
  });

  test('is for whoever signed, as long as they are there', async () => {
    await read();
    directDebits.sign(visit, request, 'fr');

    expect(directDebits.print(visit, 'account-2', 'fr')).toEqual(failed('MANDATE_UNAVAILABLE'));
    expect(directDebits.print(visitOf('tenant-2'), 'account-1', 'fr')).toEqual(failed('MANDATE_UNAVAILABLE'));
    directDebits.forget();
    expect(directDebits.print(visit, 'account-1', 'fr')).toEqual(failed('MANDATE_UNAVAILABLE'));
  });
});

describe('the copy by e-mail', () => {
  test('is of the mandate that was shown last, also one that was signed before', async () => {
    said = { ok: true, value: active };
    await read();

    expect(directDebits.sendByEmail(visit, 'account-1', 'en')).toEqual({
      ok: true,
      value: { deliveryId: 'delivery-1', state: 'saved' },
    });
    expect(enqueued).toEqual([
      {
        kind: 'direct-debit-mandate-delivery',
        tenantId: 'tenant-1',
        depositToken: 'deposit-tenant-1',
        payload: { accountId: 'account-1', reference: 'EKI-004473-1', locale: 'en' },
      },
    ]);
  });

  test('of one that was just signed comes to the landlord after it', async () => {
    await read();
    directDebits.sign(visit, request, 'fr');

    directDebits.sendByEmail(visit, 'account-1', 'fr');

    expect(enqueued.map(({ kind }) => kind)).toEqual([
      'direct-debit-mandate',
      'direct-debit-mandate-delivery',
    ]);
    // One lane: one after the other.
    expect(new Set(enqueued.map((wish) => 'tenantId' in wish && wish.tenantId))).toEqual(
      new Set(['tenant-1']),
    );
  });

  test('is refused where there is no mandate, and for whoever comes after', async () => {
    await read();
    expect(directDebits.sendByEmail(visit, 'account-1', 'fr')).toEqual(failed('MANDATE_NONE'));

    said = { ok: true, value: active };
    await read();
    expect(directDebits.sendByEmail(visitOf('tenant-2'), 'account-1', 'fr')).toEqual(failed('MANDATE_NONE'));
    expect(enqueued).toEqual([]);
  });
});

describe('a change', () => {
  beforeEach(() => {
    said = { ok: true, value: active };
  });

  test('is handed in, and shown until the landlord shows it', async () => {
    await read();

    directDebits.change(visit, 'account-1', { kind: 'day', day: 10 });
    directDebits.change(visit, 'account-1', { kind: 'leaveOut', debitId: 'd-2' });

    expect(enqueued.map(({ kind, payload }) => ({ kind, payload }))).toEqual([
      {
        kind: 'direct-debit-change',
        payload: { accountId: 'account-1', change: { kind: 'day', day: 10 } },
      },
      {
        kind: 'direct-debit-change',
        payload: { accountId: 'account-1', change: { kind: 'leaveOut', debitId: 'd-2' } },
      },
    ]);
    expect(await read()).toMatchObject({
      mandate: { day: 10 },
      comingDebits: [{ id: 'd-1' }, { id: 'd-2', state: 'leftOut' }, { id: 'd-3' }],
    });
  });

  test('that was refused is not shown any more', async () => {
    await read();
    directDebits.change(visit, 'account-1', { kind: 'day', day: 10 });
    directDebits.delivered({ deliveryId: 'delivery-1', state: 'refused' });

    expect(await read()).toMatchObject({ mandate: { day: 5 } });
  });

  test('that comes to the landlord while the landlord is being asked is not lost from sight', async () => {
    await read();
    directDebits.change(visit, 'account-1', { kind: 'end' });

    const reading = directDebits.read(visit, 'account-1');
    directDebits.delivered({ deliveryId: 'delivery-1', state: 'transmitted' });

    expect(await reading).toMatchObject({ value: { mandate: { state: 'ending' } } });
  });

  test('is refused where there is nothing to change', async () => {
    await read();

    expect(directDebits.change(visit, 'account-1', { kind: 'day', day: 7 })).toEqual(failed('INPUT_INVALID'));
    expect(change('d-1')).toEqual(failed('DEBIT_TOO_LATE'));
    expect(change('d-3')).toEqual(failed('INPUT_INVALID'));
    expect(change('d-9')).toEqual(failed('INPUT_INVALID'));
    said = { ok: true, value: none };
    await read();
    expect(directDebits.change(visit, 'account-1', { kind: 'end' })).toEqual(failed('MANDATE_NONE'));
    expect(enqueued).toEqual([]);
  });

  test('comes once: after the end nothing is left to change', async () => {
    await read();

    directDebits.change(visit, 'account-1', { kind: 'end' });

    expect(directDebits.change(visit, 'account-1', { kind: 'end' })).toEqual(failed('MANDATE_NONE'));
    expect(await read()).toMatchObject({ comingDebits: [{ id: 'd-1', state: 'tooLate' }] });
  });
});

test('what the API could not say is told as it is', async () => {
  said = { ok: false, error: { code: 'API_TIMEOUT' } };

  expect(await directDebits.read(visit, 'account-1')).toEqual(said);
});

function change(debitId: string) {
  return directDebits.change(visit, 'account-1', { kind: 'leaveOut', debitId });
}

async function read() {
  const answer = await directDebits.read(visit, 'account-1');
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

function failed(code: string) {
  return { ok: false, error: { code } };
}

function visitOf(tenantId: string): Visit {
  return {
    tenantId,
    depositToken: `deposit-${tenantId}`,
    connection: pretendConnection({
      listAccountsForPaper: async () => ({ ok: true, value: [sampleAccount] }),
      readDirectDebit: async () => said,
    }),
  };
}
