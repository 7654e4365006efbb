import { beforeEach, expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { InsuranceAcknowledgementContent } from '../paper/paper.ts';
import { type PretendPrintJobs, pretendPrintJobs } from '../printing/testing/pretend-print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Wish } from '../sync/outbox.ts';
import type { TenantConnection } from '../tenant-api/tenant-api.ts';
import { sampleAccount } from '../tenant-api/testing/sample-account.ts';
import { createInsurances, type Insurances } from './insurances.ts';

const TODAY = '2018-07-11';
const known = {
  id: 'certificate-1',
  insuredFrom: '2017-07-30',
  insuredTo: '2018-07-29',
  sentAt: '2017-08-01T08:00:00.000Z',
  state: 'accepted' as const,
  refusal: null,
};
const request = { accountId: 'account-1', insuredFrom: '2018-07-30', insuredTo: '2019-07-29' };
const listed = { isRequired: true, coveredUntil: '2018-07-29', asOf: TODAY, items: [known] };

let said: typeof listed;
let pages: { pageId: string }[];
let enqueued: Wish[];
let saved: Result<{ deliveryId: string }>;
let printJobs: PretendPrintJobs;
let insurances: Insurances;
const draw = vi.fn(async (_: InsuranceAcknowledgementContent) => ({
  ok: true as const,
  value: { pdf: new Uint8Array(), pageCount: 1, missingGlyphs: 0 },
}));
const visit = visitOf('tenant-1');

beforeEach(() => {
  said = listed;
  pages = [{ pageId: 'page-1' }, { pageId: 'page-2' }];
  enqueued = [];
  saved = { ok: true, value: { deliveryId: 'ce97ca7e-0000-7000-8000-00007f3a21c9' } };
  draw.mockClear();
  printJobs = pretendPrintJobs();
  insurances = createInsurances({
    config: {
      landlord: { name: 'EKIDOM', addressLines: ['65 avenue John Kennedy'], phone: '05 49 60 38 38' },
      agency: {
        id: 'centre',
        name: 'Direction Centre',
        addressLines: [],
        phone: '05 49 60 38 38',
        openingHours: [],
      },
    },
    outbox: {
      enqueue: (wish) => {
        enqueued.push(wish);
        return saved;
      },
    },
    documents: {
      read: () => ({ pages }),
      deposit: async () => {
        pages = [];
        return { ok: true, value: { deliveryId: '0d0c0000-0000-7000-8000-000000000001', state: 'saved' } };
      },
    },
    printJobs,
    draw,
    now: () => new Date('2018-07-11T07:05:07Z'),
  });
});

test('what was sent stands first, and the dwelling counts as insured for longer', async () => {
  await insurances.read(visit, 'account-1');

  expect(await insurances.send(visit, request)).toMatchObject({ ok: true, value: { state: 'saved' } });

  expect(await insurances.read(visit, 'account-1')).toMatchObject({
    value: { coveredUntil: '2019-07-29', certificates: [{ state: 'beingSent' }, known] },
  });
});

test('the certificate waits for the document that it cites', async () => {
  await insurances.read(visit, 'account-1');

  await insurances.send(visit, request);

  expect(enqueued).toMatchObject([
    {
      kind: 'insurance-certificate',
      payload: { ...request, documents: ['0d0c0000-0000-7000-8000-000000000001'] },
      needs: ['0d0c0000-0000-7000-8000-000000000001'],
    },
  ]);
});

test('what the landlord tells of is not told twice', async () => {
  await insurances.read(visit, 'account-1');
  await insurances.send(visit, request);
  insurances.delivered({ deliveryId: 'ce97ca7e-0000-7000-8000-00007f3a21c9', state: 'transmitted' });
  said = {
    ...listed,
    coveredUntil: '2019-07-29',
    items: [{ ...known, id: 'ce97ca7e-0000-7000-8000-00007f3a21c9' }, known],
  };

  const read = await insurances.read(visit, 'account-1');

  expect(read.ok && read.value.certificates).toHaveLength(2);
});

test('what was refused on its way is not shown as sent', async () => {
  await insurances.read(visit, 'account-1');
  await insurances.send(visit, request);

  insurances.delivered({ deliveryId: 'ce97ca7e-0000-7000-8000-00007f3a21c9', state: 'refused' });

  expect(await insurances.read(visit, 'account-1')).toMatchObject({ value: { certificates: [known] } });
});

test.each([
  ['is over already', { insuredFrom: '2017-07-01', insuredTo: '2018-07-10' }],
  ['ends before it begins', { insuredFrom: '2019-07-29', insuredTo: '2018-07-30' }],
])('an insurance that %s is not sent, and its document neither', async (_, dates) => {
  await insurances.read(visit, 'account-1');

  const answer = await insurances.send(visit, { ...request, ...dates });

  expect(answer).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect(pages).toHaveLength(2);
});

test('without a document there is no certificate', async () => {
  await insurances.read(visit, 'account-1');
  pages = [];

  expect(await insurances.send(visit, request)).toEqual({ ok: false, error: { code: 'DOCUMENT_NONE' } });
});

test('a document whose certificate could not be kept is not asked for again', async () => {
  await insurances.read(visit, 'account-1');
  saved = { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
  await insurances.send(visit, request);
  saved = { ok: true, value: { deliveryId: 'ce97ca7e-0000-7000-8000-00007f3a21c9' } };

  expect(await insurances.send(visit, request)).toMatchObject({ ok: true });
});

test('the acknowledgement is of what was sent last, and of nothing without it', async () => {
  const tenant = { displayName: 'Mme Martin', number: '0104473', maskedEmail: null };
  await insurances.read(visit, 'account-1');
  expect(insurances.printAcknowledgement(visit, tenant, 'account-1', 'fr')).toMatchObject({ ok: false });
  await insurances.send(visit, request);

  insurances.printAcknowledgement(visit, tenant, 'account-1', 'fr');
  await printJobs.prepared();

  expect(draw.mock.calls[0]?.[0]).toMatchObject({
    insured: { from: '2018-07-30', to: '2019-07-29' },
    document: { name: null, pageCount: 2 },
    reference: '7F3A-21C9',
    issuedOn: TODAY,
  });
});

test('the next person finds nothing of it', async () => {
  await insurances.read(visit, 'account-1');
  await insurances.send(visit, request);

  insurances.forget();

  expect(await insurances.read(visitOf('tenant-2'), 'account-1')).toMatchObject({
    value: { certificates: [known] },
  });
});

function visitOf(tenantId: string): Visit {
  const connection: Pick<TenantConnection, 'listAccountsForPaper' | 'insurance'> = {
    listAccountsForPaper: async () => ({ ok: true, value: [sampleAccount] }),
    insurance: { listInsuranceCertificates: async () => ({ ok: true, value: said }) },
  };
  return { tenantId, depositToken: `deposit-${tenantId}`, connection: connection as TenantConnection };
}
