/** A tenant who comes back to the account in the course of a visit: what goes over the line, and what they see. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../../main/log/log.ts';
import { createTenantApi, type TenantApi, type TenantConnection } from '../../main/tenant-api/tenant-api.ts';
import { signersOfEnrolled } from '../enrolled-signers.ts';
import { keyringEntryOf } from '../sandbox/tenant-api/kiosk-register.ts';
import { type TenantApi as Landlord, startTenantApi } from '../sandbox/tenant-api/tenant-api.ts';

const LEAFLET = 'account-004473';

let landlord: Landlord;
let api: TenantApi;
let connection: TenantConnection;

beforeEach(async () => {
  landlord = await startTenantApi({ today: '2018-07-12', bookings: 'atOnce' });
  api = createTenantApi({
    baseUrl: landlord.baseUrl,
    timeoutSeconds: 5,
    signers: signersOfEnrolled(keyringEntryOf(landlord.kiosks[0])),
    log: silentLog,
  });
  const signedIn = await api.signIn({ email: 'jeanne.martin@exemple.fr', password: landlord.password });
  if (!signedIn.ok) throw new Error(signedIn.error.code);
  connection = signedIn.value.connection;
});

afterEach(async () => {
  api.close();
  await landlord.stop();
});

test('after a payment, only the payment is told, and the balance follows from it', async () => {
  await readLedger();
  pay();

  const ledger = await readLedger();

  expect(ledger.items.map(({ balanceAfterCents }) => balanceAfterCents).slice(0, 2)).toEqual([7_74, 27_74]);
  expect(ledger).toMatchObject({ entryCount: 8, closingBalanceCents: 7_74 });
  expect(readings()).toEqual(['200', '200 since']);
});

test('while nothing is booked, nothing is told', async () => {
  const before = await readLedger();
  await readLedger();

  expect(await readLedger()).toEqual(before);
  expect(readings()).toEqual(['200', '200 since', '304 since']);
});

test('once the landlord has put an earlier entry right, the whole ledger is read anew', async () => {
  const before = await readLedger();
  landlord.correctEntry(LEAFLET, before.items.at(-1)?.id ?? '', 100_00);
  pay();

  const ledger = await readLedger();

  expect(ledger).toMatchObject({ entryCount: 8, closingBalanceCents: -46 });
  expect(ledger.items.at(-1)).toMatchObject({ amountCents: 100_00, balanceAfterCents: 100_00 });
  expect(readings()).toEqual(['200', '400 since', '200']);
});

test('after the session nothing is known of the ledger', async () => {
  await readLedger();
  await connection.signOut();

  expect(await connection.readLedgerPage({ accountId: LEAFLET, cursor: null })).toEqual({
    ok: false,
    error: { code: 'SESSION_OVER' },
  });
  expect(readings()).toEqual(['200']);
});

async function readLedger() {
  const ledger = await connection.readLedgerPage({ accountId: LEAFLET, cursor: null });
  if (!ledger.ok) throw new Error(ledger.error.code);
  return ledger.value;
}

function pay(): void {
  landlord.payments.receive({
    id: '0197a0a0-0000-7000-8000-00007f3a21c9',
    accountId: LEAFLET,
    amountCents: 20_00,
    paidAt: '2018-07-12T09:00:00Z',
    isWhole: false,
    authorisationNumber: null,
    settledByStaff: false,
  });
}

/** How the API was asked for the ledger, and with what status it answered. */
function readings(): string[] {
  return landlord.requestLog.requests
    .filter(({ operationId }) => operationId === 'listLedgerEntries')
    .map(({ status, target }) => `${status}${target.includes('since=') ? ' since' : ''}`);
}
