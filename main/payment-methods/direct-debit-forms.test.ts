import { expect, test, vi } from 'vitest';
import type { DirectDebitFormContent } from '../paper/paper.ts';
import type { PrepareDocument, PrintJobs } from '../printing/print-jobs.ts';
import type { Wish } from '../sync/outbox.ts';
import { sampleAccount } from '../tenant-api/testing/sample-account.ts';
import { createDirectDebitForms, type FormPerson } from './direct-debit-forms.ts';

const landlord = { name: 'EKIDOM', addressLines: ['65 avenue John Kennedy'], phone: '05 49 60 33 00' };
const away = { ok: false, error: { code: 'API_UNREACHABLE' } } as const;

/** What is asked to be drawn for somebody, one minute after midnight in Poitiers. */
async function contentFor(
  person: FormPerson | null,
  config = { landlord },
): Promise<DirectDebitFormContent | undefined> {
  const draw = vi.fn(async (_: DirectDebitFormContent) => away);
  const prepared: Promise<unknown>[] = [];
  const printJobs: Pick<PrintJobs, 'start'> = {
    start(prepare: PrepareDocument) {
      prepared.push(prepare(new AbortController().signal, 'a4'));
      return { ok: true, value: { jobId: 'job-1' } };
    },
  };
  const now = () => new Date('2018-07-10T22:01:00.000Z');

  const outbox = { enqueue: vi.fn() };
  const forms = createDirectDebitForms({ config, outbox, printJobs, draw, now });
  const started = forms.print(person, 'fr');
  await Promise.all(prepared);

  expect(started).toEqual({ ok: true, value: { jobId: 'job-1' } });
  return draw.mock.calls[0]?.[0];
}

function personWith(
  accounts: Awaited<ReturnType<FormPerson['connection']['listAccountsForPaper']>>,
): FormPerson {
  return {
    tenant: { displayName: 'Mme Jeanne Martin' },
    connection: { listAccountsForPaper: async () => accounts },
  };
}

function leases(...numbers: string[]) {
  const accounts = numbers.map((number) => ({
    ...sampleAccount,
    lease: { ...sampleAccount.lease, number },
  }));
  return { ok: true as const, value: accounts };
}

test('whoever is not signed in has a form with nothing of anybody, dated in France', async () => {
  expect(await contentFor(null)).toEqual({
    creditor: { name: 'EKIDOM', addressLines: ['65 avenue John Kennedy'], identifier: null },
    tenantName: null,
    leaseNumber: null,
    issuedOn: '2018-07-11',
    locale: 'fr',
  });
});

test('whoever is signed in finds their name and their lease on it', async () => {
  expect(await contentFor(personWith(leases('004473')))).toMatchObject({
    tenantName: 'Mme Jeanne Martin',
    leaseNumber: '004473',
  });
});

test.each([
  ['with two leases', leases('004473', '004474')],
  ['without any', leases()],
  ['while the central API is away', away],
])('%s, the lease is left to be written', async (_, accounts) => {
  expect(await contentFor(personWith(accounts))).toMatchObject({ leaseNumber: null });
});

test('the creditor’s number stands on it where the agency’s configuration knows it', async () => {
  const config = { landlord: { ...landlord, creditorIdentifier: 'FR72ZZZ123456' } };

  expect((await contentFor(null, config))?.creditor.identifier).toBe('FR72ZZZ123456');
});

test('by e-mail it is a wish of whoever is signed in, and names no address', () => {
  const enqueue = vi.fn((_: Wish) => ({ ok: true as const, value: { deliveryId: 'delivery-1' } }));
  const printJobs = { start: vi.fn() };
  const forms = createDirectDebitForms({
    config: { landlord },
    outbox: { enqueue },
    printJobs,
    draw: vi.fn(),
  });

  const sent = forms.sendByEmail({ tenantId: 'tenant-1', depositToken: 'deposit-1' }, 'en');

  expect(sent).toEqual({ ok: true, value: { deliveryId: 'delivery-1', state: 'saved' } });
  expect(enqueue).toHaveBeenCalledExactlyOnceWith({
    kind: 'direct-debit-form-delivery',
    tenantId: 'tenant-1',
    depositToken: 'deposit-1',
    payload: { locale: 'en' },
  });
  expect(printJobs.start).not.toHaveBeenCalled();
});

test('what could not be written down is not said to be sent', () => {
  const full = { ok: false, error: { code: 'STORE_UNAVAILABLE' } } as const;
  const outbox = { enqueue: () => full };
  const printJobs = { start: vi.fn() };
  const forms = createDirectDebitForms({ config: { landlord }, outbox, printJobs, draw: vi.fn() });

  expect(forms.sendByEmail({ tenantId: 'tenant-1', depositToken: 'deposit-1' }, 'fr')).toEqual(full);
});
