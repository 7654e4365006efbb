import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const JEANNE = { email: 'jeanne.martin@exemple.fr', account: 'account-004473' };
const KARIM = { email: 'karim.benali@exemple.fr', account: 'account-003471' };

interface DirectDebit {
  readonly mandate: { readonly reference: string; readonly day: number; readonly state: string } | null;
  readonly nextMandateReference: string;
  readonly comingDebits: readonly { readonly id: string; readonly dueOn: string; readonly state: string }[];
}

const deposit = {
  reference: 'EKI-004473-1',
  holder: 'Mme Jeanne Martin',
  iban: 'FR7630006000011234567890189',
  bic: null,
  day: 5,
  signedAt: '2018-07-11T09:30:00Z',
  signature: 'M10 10L200 100',
  copyByEmail: true,
  locale: 'fr',
};

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-11' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

test('a tenant without a mandate is told what the next one will be called', async () => {
  expect(await read(JEANNE)).toMatchObject({
    mandate: null,
    nextMandateReference: 'EKI-004473-1',
    comingDebits: [],
  });
});

test('a debit that the bank has already is told apart from those that can be changed', async () => {
  const { mandate, comingDebits } = await read(KARIM);

  expect(mandate).toMatchObject({ reference: 'EKI-003471-1', day: 15, state: 'active', ibanLast4: '2606' });
  expect(comingDebits.map(({ dueOn, state }) => `${dueOn} ${state}`)).toEqual([
    '2018-07-15 tooLate',
    '2018-08-15 planned',
    '2018-09-15 planned',
  ]);
});

test('a signed mandate takes effect, is kept with its IBAN, and answers with four characters of it', async () => {
  const answer = await handIn(JEANNE, 'mandates', deposit);

  expect(answer.status).toBe(201);
  expect(bookOf(JEANNE).mandate).toMatchObject({ iban: deposit.iban, signature: deposit.signature, day: 5 });
  const after = await read(JEANNE);
  expect(after).toMatchObject({
    mandate: { reference: 'EKI-004473-1', ibanLast4: '0189', state: 'beingRecorded', signedOn: '2018-07-11' },
    nextMandateReference: 'EKI-004473-2',
    comingDebits: [{ dueOn: '2018-08-05' }, { dueOn: '2018-09-05' }, { dueOn: '2018-10-05' }],
  });
  expect(JSON.stringify(after)).not.toContain(deposit.iban);
});

test('the copy by e-mail names the mandate, and of the account four characters', async () => {
  await handIn(JEANNE, 'mandates', deposit);

  const [email] = api.mailbox.emails;
  expect(email).toMatchObject({ to: JEANNE.email, subject: 'Votre mandat de prélèvement SEPA' });
  expect(email?.text).toContain('EKI-004473-1');
  expect(email?.text).toContain('•••• 0189');
  expect(email?.text).not.toContain(deposit.iban.slice(0, 14));
});

test('nobody is written to who did not ask for it', async () => {
  await handIn(JEANNE, 'mandates', { ...deposit, copyByEmail: false });

  expect(api.mailbox.emails).toEqual([]);
});

test.each([
  ['a reference that was used', { reference: 'EKI-004473-0' }, 409, 'mandate.reference_taken'],
  ['an IBAN that does not add up', { iban: 'FR7630006000011234567890188' }, 422, 'iban.refused'],
  ['a day that is none of the landlord’s', { day: 7 }, 400, 'request.invalid'],
])('%s is refused', async (_what, change, status, code) => {
  const answer = await handIn(JEANNE, 'mandates', { ...deposit, ...change });

  expect(answer).toMatchObject({ status, body: { code } });
  expect(bookOf(JEANNE).mandate).toBeNull();
});

test('a mandate that was signed before comes by e-mail, and of the account four characters', async () => {
  const answer = await handIn(KARIM, 'mandate-deliveries', { reference: 'EKI-003471-1', locale: 'fr' });

  expect(answer.status).toBe(201);
  const [email] = api.mailbox.emails;
  expect(email).toMatchObject({ to: KARIM.email, subject: 'Votre mandat de prélèvement SEPA' });
  expect(email?.text).toContain('•••• 2606');
});

test('what is not the account’s mandate is not sent', async () => {
  const answer = await handIn(JEANNE, 'mandate-deliveries', { reference: 'EKI-003471-1', locale: 'fr' });

  expect(answer).toMatchObject({ status: 404, body: { code: 'mandate.unknown' } });
  expect(api.mailbox.emails).toEqual([]);
});

test('the blank form comes by e-mail with the name, and with the lease where there is only one', async () => {
  const headers = { ...(await caller.asTenant(JEANNE.email)), ...withKey() };

  const answer = await caller.call('POST', '/direct-debit-form-deliveries', {
    headers,
    body: { locale: 'fr' },
  });

  expect(answer.status).toBe(201);
  const [email] = api.mailbox.emails;
  expect(email).toMatchObject({ to: JEANNE.email, subject: 'Votre formulaire de prélèvement SEPA' });
  expect(email?.text).toContain('Titulaire du compte : Mme Jeanne Martin');
  expect(email?.text).toContain('Bail : 004473');
  expect(email?.text).toContain('IBAN : ____');
});

test('without an address on file, neither is sent', async () => {
  const lease = { number: 'S2', addressLines: ['86000 Poitiers'], startsOn: '2018-01-01', endsOn: null };
  const debited = { holder: 'MME SANS ADRESSE', iban: deposit.iban, bankName: 'Banque', day: 5 };
  const person = { email: 'sans.adresse@exemple.fr', account: 'account-S2' };
  await api.addTenant({
    ...{ number: '9000004', displayName: 'Mme Sans Adresse', email: person.email, emailOnFile: null },
    story: '',
    leases: [{ ...lease, bookings: [], directDebit: debited }],
  });
  const headers = { ...(await caller.asTenant(person.email)), ...withKey() };

  const answers = [
    await handIn(person, 'mandate-deliveries', { reference: 'EKI-S2-1', locale: 'fr' }),
    await caller.call('POST', '/direct-debit-form-deliveries', { headers, body: { locale: 'fr' } }),
  ];

  for (const answer of answers)
    expect(answer).toMatchObject({ status: 409, body: { code: 'tenant.no_email' } });
  expect(api.mailbox.emails).toEqual([]);
});

test('another day moves the debits that can still be moved', async () => {
  await handIn(KARIM, 'changes', { kind: 'day', day: 26 });

  const { mandate, comingDebits } = await read(KARIM);
  expect(mandate?.day).toBe(26);
  expect(comingDebits.map(({ dueOn }) => dueOn)).toEqual(['2018-07-15', '2018-08-26', '2018-09-26']);
});

test('one debit is left out, unless the bank has it already', async () => {
  const [atTheBank, next] = (await read(KARIM)).comingDebits;

  expect(await handIn(KARIM, 'changes', { kind: 'leaveOut', debitId: next?.id })).toMatchObject({
    status: 201,
  });
  expect(await handIn(KARIM, 'changes', { kind: 'leaveOut', debitId: atTheBank?.id })).toMatchObject({
    status: 409,
    body: { code: 'debit.too_late' },
  });

  expect((await read(KARIM)).comingDebits.map(({ state }) => state)).toEqual([
    'tooLate',
    'leftOut',
    'planned',
  ]);
});

test('after the end of a mandate only what the bank has already is debited, and nothing is left to change', async () => {
  await handIn(KARIM, 'changes', { kind: 'end' });

  expect(await read(KARIM)).toMatchObject({
    mandate: { state: 'ending' },
    comingDebits: [{ dueOn: '2018-07-15', state: 'tooLate' }],
  });
  const again = await handIn(KARIM, 'changes', { kind: 'end' });
  expect(again).toMatchObject({ status: 409, body: { code: 'mandate.none' } });
});

test('a new mandate takes the place of the one before, and what the bank has is debited all the same', async () => {
  await handIn(KARIM, 'mandates', { ...deposit, reference: 'EKI-003471-2', day: 20 });

  const { mandate, comingDebits } = await read(KARIM);
  expect(mandate).toMatchObject({ reference: 'EKI-003471-2', state: 'beingRecorded' });
  expect(comingDebits.map(({ dueOn }) => dueOn)).toEqual([
    '2018-07-15',
    '2018-08-20',
    '2018-09-20',
    '2018-10-20',
  ]);
});

test('somebody else’s account is nobody’s', async () => {
  const headers = await caller.asTenant(JEANNE.email);

  const answers = [
    await caller.call('GET', `/accounts/${KARIM.account}/direct-debit`, { headers }),
    await handIn({ ...KARIM, email: JEANNE.email }, 'changes', { kind: 'end' }),
    await handIn({ ...KARIM, email: JEANNE.email }, 'mandates', deposit),
  ];

  for (const answer of answers)
    expect(answer).toMatchObject({ status: 404, body: { code: 'account.unknown' } });
  expect(bookOf(KARIM).mandate?.state).toBe('active');
});

async function read({ email, account }: typeof JEANNE): Promise<DirectDebit> {
  const headers = await caller.asTenant(email);
  const { body } = await caller.call<DirectDebit>('GET', `/accounts/${account}/direct-debit`, { headers });
  return body;
}

async function handIn(
  { email, account }: typeof JEANNE,
  what: 'mandates' | 'mandate-deliveries' | 'changes',
  body: object,
) {
  const headers = { ...(await caller.asTenant(email)), ...withKey() };
  return caller.call('POST', `/accounts/${account}/direct-debit-${what}`, { headers, body });
}

function bookOf({ account }: typeof JEANNE) {
  const found = api.tenants.flatMap(({ accounts }) => accounts).find(({ id }) => id === account);
  if (!found) throw new Error('There is no such account.');
  return found.directDebit;
}
