import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTenantApi, type TenantApi } from '../tenant-api/tenant-api.ts';
import { type CaisseApTerminal, startCaisseApTerminal } from '../terminal/caisse-ap/caisse-ap.ts';
import { type ControlServer, startControlServer } from './control-server.ts';

let folder = '';
let api: TenantApi;
let terminal: CaisseApTerminal;
let control: ControlServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'control-'));
  api = await startTenantApi({ today: '2018-07-12' });
  terminal = await startCaisseApTerminal({ folder });
  control = await startControlServer({
    tenantApi: api,
    printedFolder: folder,
    terminal,
    scanner: null,
    badgeReader: null,
  });
});

beforeEach(async () => {
  await terminal.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
});

afterAll(async () => {
  await Promise.all([control.stop(), api.stop(), terminal.stop()]);
  await rm(folder, { recursive: true, force: true });
});

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(new URL(path, control.url), {
    method,
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const page = async () => (await ask('GET', '/')).text();

/** What the kiosk would send for 27,74 €; resolves with the answer. */
function pay(): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = 'CZ0040300CJ012012345678901CA00201CE003978BA0010CD0010CB0042774';
    const socket = createConnection({ host: '127.0.0.1', port: terminal.port }, () => socket.write(request));
    socket.once('error', reject).once('data', (bytes) => {
      socket.destroy();
      resolve(bytes.toString('latin1'));
    });
  });
}

test('the page says what the terminal waits for, and has a button for each thing that a hand can do', async () => {
  const answer = pay();
  await expect.poll(page).toContain('<strong>27,74\u00A0€</strong> : le terminal attend une carte.');

  const html = await page();
  const pressed = await ask('POST', '/terminal/card');

  expect(html).toContain('<form method="post" action="/terminal/red-button">');
  expect([pressed.status, pressed.headers.get('Location')]).toEqual([303, '/#terminal']);
  expect(await answer).toContain('AE00210');
  expect(await page()).toMatch(/<td>accepté<\/td><td>\d{6}<\/td><td class="amount">27,74\u00A0€/);
});

test.each([
  ['declined-card', 'AF00204AE00201'],
  ['red-button', 'AF00211AE00201'],
  ['contactless-card', 'CI0012'],
])('the button %s decides the payment', async (button, end) => {
  const answer = pay();
  await expect.poll(async () => (await terminal.state()).state).toBe('waitingForCard');

  await ask('POST', `/terminal/${button}`);

  expect(await answer).toContain(end);
});

test('a button that has nothing to act upon says so, and there is no other one', async () => {
  const early = await ask('POST', '/terminal/card');
  const unknown = await ask('POST', '/terminal/steal');

  expect([early.status, unknown.status]).toEqual([409, 404]);
});

test('a terminal without power is shown as off, answers its buttons with that, and can be switched on', async () => {
  await ask('POST', '/terminal/power-cut');
  const html = await page();
  const card = await ask('POST', '/terminal/card');
  const restart = await ask('POST', '/terminal/restart');

  expect(html).toContain('Le terminal est éteint.');
  expect([card.status, restart.status]).toEqual([400, 303]);
  expect(await page()).toContain('Le terminal attend un paiement');
});

test('a test plans troubles, looks at them and takes them back', async () => {
  const planned = await ask('POST', '/terminal-plans', { answer: { kind: 'silence' }, times: 2 });
  const wrong = await ask('POST', '/terminal-plans', { answer: { kind: 'rain' } });
  const look = await (await ask('GET', '/terminal')).json();
  await ask('DELETE', '/terminal-plans');
  const afterwards = await (await ask('GET', '/terminal')).json();

  expect([planned.status, wrong.status]).toEqual([204, 400]);
  expect(look).toMatchObject({ state: { plans: [{ answer: { kind: 'silence' }, times: 2 }] } });
  expect(afterwards).toMatchObject({ state: { plans: [] } });
});

test('a test chooses the customer and pulls the cable', async () => {
  await ask('PUT', '/terminal-customer', { kind: 'instant' });
  const answer = await pay();
  await ask('PUT', '/terminal-network', { isReachable: false });
  const refused = pay();
  await expect(refused).rejects.toThrow(/ECONNREFUSED/);
  await ask('PUT', '/terminal-network', { isReachable: true });
  const wrong = await ask('PUT', '/terminal-network');

  expect(answer).toContain('AE00210');
  expect(wrong.status).toBe(400);
  expect(await pay()).toContain('AE00210');
});
