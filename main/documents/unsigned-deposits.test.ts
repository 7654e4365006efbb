import { beforeEach, expect, test } from 'vitest';
import type { UnsignedDeposit } from '../../preload/unsigned-deposit-contract.ts';
import type { Wish } from '../sync/outbox.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createUnsignedDeposits, type UnsignedDeposits } from './unsigned-deposits.ts';

const ID = '01900000-0000-7000-8000-00007f3a21c9';
const PDF = Buffer.from('%PDF-1.7');
const from = { name: 'Odile Petit', tenantNumber: '004473', phone: null, email: 'odile.petit@exemple.fr' };
const paper: UnsignedDeposit = { from, kind: 'other', insured: null };
const certificate: UnsignedDeposit = {
  from,
  kind: 'insuranceCertificate',
  insured: { from: '2018-07-01', to: '2019-06-30' },
};

let wishes: Wish[];
let isDiskFull: boolean;
let documents: Documents;
let deposits: UnsignedDeposits;

beforeEach(() => {
  wishes = [];
  isDiskFull = false;
  const outbox: Parameters<typeof createUnsignedDeposits>[0]['outbox'] = {
    enqueue(wish) {
      if (isDiskFull) return { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
      wishes.push(wish);
      return { ok: true, value: { deliveryId: ID } };
    },
  };
  const now = () => new Date('2018-07-11T09:00:00Z');
  documents = createDocuments({
    gate: {
      rebuild: async () => ({ ok: true, value: [{ jpeg: Buffer.from('page'), width: 1, height: 1 }] }),
      bind: async () => ({ ok: true, value: PDF }),
      callOff: async () => undefined,
    },
    outbox,
    now,
  });
  deposits = createUnsignedDeposits({ outbox, documents, newId: () => ID });
});

test('a certificate of somebody who has not signed in goes on disk with its days, and waits for nobody', async () => {
  await bring();

  const answer = await deposits.send(certificate, 'fr');

  expect(answer).toEqual({ ok: true, value: { deliveryId: ID, state: 'saved', reference: '7F3A-21C9' } });
  expect(wishes).toMatchObject([
    {
      kind: 'unsigned-deposit',
      deliveryId: ID,
      isOnItsOwn: true,
      payload: {
        ...certificate,
        ...{
          pageCount: 1,
          depositedAt: '2018-07-11T09:00:00.000Z',
          lengthBytes: PDF.byteLength,
          locale: 'fr',
        },
      },
      attachment: PDF,
    },
  ]);
  expect(deposits.isOwn(ID)).toBe(true);
});

test('what was handed in is in nobody’s hand any more', async () => {
  await bring();
  await deposits.send(paper, 'fr');

  expect(await deposits.send(paper, 'fr')).toEqual({ ok: false, error: { code: 'DOCUMENT_NONE' } });
});

test('pages stay in hand when the disk does not take them', async () => {
  await bring();
  isDiskFull = true;
  const first = await deposits.send(paper, 'fr');
  isDiskFull = false;

  const second = await deposits.send(paper, 'fr');

  expect([first.ok, second.ok]).toEqual([false, true]);
});

test('days that cannot be are refused, and the pages stay', async () => {
  await bring();

  const answer = await deposits.send(
    { ...certificate, insured: { from: '2018-07-01', to: '2018-06-30' } },
    'fr',
  );

  expect(answer).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect(documents.read(deposits.stay()).pages).toHaveLength(1);
});

test.each(['2010-01-01', '2040-01-01'])(
  'a clock that is years wrong keeps no certificate out (%s)',
  async (from) => {
    await bring();

    const answer = await deposits.send({ ...certificate, insured: { from, to: from } }, 'fr');

    expect(answer.ok).toBe(true);
  },
);

test('whoever comes next finds nothing of the one before', async () => {
  await bring();
  deposits.forget();

  expect(documents.read(deposits.stay()).pages).toEqual([]);
  expect(deposits.isOwn(ID)).toBe(false);
});

test('nobody floods the landlord in one session', async () => {
  const answers = [];
  for (let count = 0; count < 4; count++) {
    await bring();
    answers.push((await deposits.send(paper, 'fr')).ok);
  }

  expect(answers).toEqual([true, true, true, false]);
});

function bring() {
  return documents.take(deposits.stay(), async () => ({ ok: true, value: Buffer.from('file') }));
}
