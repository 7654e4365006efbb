/** What a telephone sends, from its page to the pages in hand: the kiosk's own parts, and the landlord's system. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDocuments, type Documents } from '../../main/documents/documents.ts';
import { createDocumentGate } from '../../main/documents/gate/gate.ts';
import { createPhone, type Phone } from '../../main/documents/sources/phone.ts';
import { activePdf, photoJpeg } from '../../main/documents/testing/sample-files.ts';
import { silentLog } from '../../main/log/log.ts';
import type { Visit } from '../../main/session/visit.ts';
import { createTenantApi, type TenantApi as TenantApiClient } from '../../main/tenant-api/tenant-api.ts';
import { signersOfEnrolled } from '../enrolled-signers.ts';
import { keyringEntryOf } from '../sandbox/tenant-api/kiosk-register.ts';
import { startTenantApi, type TenantApi } from '../sandbox/tenant-api/tenant-api.ts';

let landlord: TenantApi;
let client: TenantApiClient;
let documents: Documents;
let phone: Phone;
let visit: Visit;

beforeAll(async () => {
  landlord = await startTenantApi({ today: '2018-07-11' });
});
beforeEach(async () => {
  landlord.reset();
  client = createTenantApi({
    baseUrl: landlord.baseUrl,
    timeoutSeconds: 10,
    signers: signersOfEnrolled(keyringEntryOf(landlord.kiosks[0])),
    log: silentLog,
  });
  documents = createDocuments({
    gate: createDocumentGate({ log: silentLog }),
    outbox: { enqueue: () => ({ ok: false, error: { code: 'STORE_UNAVAILABLE' } }) },
  });
  phone = createPhone({ origin: landlord.phoneUploadsOrigin }, { log: silentLog });
  visit = await signIn();
});
afterEach(async () => {
  phone.forget();
  await documents.forget();
  client.close();
});
afterAll(() => landlord.stop());

test('good files become pages, a bad one says why it is none, and the page is shut', async () => {
  const { url } = await openPage();
  await fetch(url);
  const opened = await phone.follow(visit, 'waiting');
  await send(url, [await photoJpeg(), Buffer.from('MZ'), await activePdf('secret')]);
  await phone.follow(visit, 'opened');

  const taken = await phone.handOver(visit, (files) => documents.takeEach(visit, files));

  expect(opened).toMatchObject({ ok: true, value: { phase: 'opened' } });
  expect(taken).toMatchObject({
    ok: true,
    value: {
      pages: [{ pageId: expect.any(String) }, { pageId: expect.any(String) }],
      refused: [{ position: 2, code: 'DOCUMENT_KIND_UNKNOWN' }],
    },
  });
  expect((await fetch(url)).status).toBe(404);
});

test('turning to something else shuts the page', async () => {
  const { url } = await openPage();

  phone.close(visit);

  await expect.poll(async () => (await fetch(url)).status).toBe(404);
});

test('leaving shuts the page', async () => {
  const { url } = await openPage();

  phone.forget();
  await visit.connection.signOut();

  expect((await fetch(url)).status).toBe(404);
});

test('a page whose time is over says so', async () => {
  await openPage();
  landlord.advanceSeconds(300);

  expect(await phone.follow(visit, 'waiting')).toEqual({ ok: false, error: { code: 'PHONE_PAGE_OVER' } });
});

test('a landlord who names another place for the page is not believed', async () => {
  const elsewhere = createPhone({ origin: 'https://envoi.ekidom.example' }, { log: silentLog });

  expect(await elsewhere.open(visit)).toEqual({ ok: false, error: { code: 'API_BROKEN_ANSWER' } });
});

test('without the network it is said at once that there is no page', async () => {
  landlord.faults.set('createUploadSlot', { effect: { kind: 'cut', moment: 'beforeEffect' } });

  expect(await phone.open(visit)).toEqual({ ok: false, error: { code: 'API_UNREACHABLE' } });
});

async function signIn(): Promise<Visit> {
  const answer = await client.signIn({ email: 'jeanne.martin@exemple.fr', password: landlord.password });
  if (!answer.ok) throw new Error(answer.error.code);
  const { tenant, connection, depositToken } = answer.value;
  return { tenantId: tenant.id, connection, depositToken };
}

async function openPage(): Promise<{ url: string }> {
  const page = await phone.open(visit);
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
}

async function send(url: string, files: readonly Uint8Array[]): Promise<void> {
  const form = new FormData();
  for (const file of files) form.append('file', new Blob([new Uint8Array(file)]), 'photo.jpg');
  const answer = await fetch(url, { method: 'POST', body: form });
  expect(answer.status).toBe(201);
}
