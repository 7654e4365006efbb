/**
 * Somebody who means no good at the desk, or on the way from there: against the kiosk's own side of the guide, over the
 * landlord's relay. Whatever comes, nothing but words, pointers and suggestions is ever shown, and it is over at the
 * first thing that no desk says.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createGuide, type Guide } from '../../main/assist/guide/guide.ts';
import { openRelay } from '../../main/assist/guide/relay.ts';
import type { Log } from '../../main/log/log.ts';
import { afterSeconds } from '../../main/sync/after-seconds.ts';
import { createTenantApi, type TenantApi as TenantApiClient } from '../../main/tenant-api/tenant-api.ts';
import type { AuditEntry } from '../../preload/audit-entry.ts';
import type { FromDesk } from '../../preload/guide-contract.ts';
import { signersOfEnrolled } from '../enrolled-signers.ts';
import { keyringEntryOf } from '../sandbox/tenant-api/kiosk-register.ts';
import { STAFF } from '../sandbox/tenant-api/staff.ts';
import { startTenantApi, type TenantApi } from '../sandbox/tenant-api/tenant-api.ts';

const [CLAIRE, MARC] = STAFF;

let landlord: TenantApi;
let client: TenantApiClient;
let guide: Guide;
let shown: FromDesk[];
let entries: Omit<AuditEntry, 'at'>[];
let logged: string[];
let sockets: WebSocket[];

beforeAll(async () => {
  landlord = await startTenantApi({ today: '2018-07-11' });
});
beforeEach(() => {
  landlord.reset();
  shown = [];
  entries = [];
  logged = [];
  sockets = [];
  client = createTenantApi({
    baseUrl: landlord.baseUrl,
    timeoutSeconds: 10,
    signers: signersOfEnrolled(keyringEntryOf(landlord.kiosks[0])),
    log: logOf(logged),
  });
  guide = createGuide({
    api: client,
    baseUrl: landlord.baseUrl,
    loadRelay: async () => openRelay,
    loadTrail: async () => ({
      append(entry) {
        entries.push(entry);
        return { ok: true, value: undefined };
      },
    }),
    person: () => ({ tenantNumber: null, isHelpedHere: false }),
    onChange: () => undefined,
    onShown: (frame) => shown.push(frame),
    isAlone: () => false,
    after: afterSeconds,
    log: logOf(logged),
  });
});
afterEach(() => {
  guide.forget();
  for (const socket of sockets) socket.terminate();
  client.close();
});
afterAll(() => landlord.stop());

test.each([
  ['no JSON', 'regardez ici'],
  ['half of a frame', '{"type":"words","text":"Bonj'],
  ['a list', '[{"type":"again"}]'],
  ['a kind that nobody knows', '{"type":"sing"}'],
  ['a key press', '{"type":"key","key":"Enter"}'],
  ['typing into a field', '{"type":"input","node":12,"text":"FR7630006000011234567890189"}'],
  ['a click', '{"type":"click","node":12}'],
  ['a call of the screen', '{"type":"call","channel":"payment.start","input":{}}'],
  ['a suggestion of a page that is none', '{"type":"suggest","page":"https://exemple.fr"}'],
  ['a suggestion to pay', '{"type":"suggest","page":"payment.start"}'],
  ['a pointer left of the screen', '{"type":"pointer","node":12,"x":-0.1,"y":0}'],
  ['a pointer below the screen', '{"type":"pointer","node":12,"x":0,"y":1.1}'],
  ['a pointer on a node that is no number', '{"type":"pointer","node":"body","x":0,"y":0}'],
  ['words beyond any length', JSON.stringify({ type: 'words', text: 'a'.repeat(201) })],
  ['words that turn the line round', JSON.stringify({ type: 'words', text: 'Bonjour \u202e' })],
  ['a frame with more in it', '{"type":"again","then":"payment.start"}'],
  ['its own consent', '{"type":"accepted"}'],
  ['another prototype', '{"__proto__":{"type":"again"}}'],
] as const)('from the desk, %s does nothing and ends it', async (_what, frame) => {
  const desk = await guidedFromDesk();

  desk.send(frame);

  await expectHostileEnd();
});

test.each([
  ['a frame of five megabytes', 'a'.repeat(5_000_000)],
  ['a frame of five thousand letters', JSON.stringify({ type: 'words', text: 'a'.repeat(5_000) })],
  ['bytes', new Uint8Array([0, 1, 2, 255])],
  ['somebody else’s name', presence({ staffName: 'Marc L.' })],
  ['somebody else’s number under the same name', presence({ staffId: 'staff-nobody' })],
  ['a welcome without a token', '{"type":"welcome","nextToken":""}'],
] as const)('from the relay itself, %s does nothing and ends it', async (_what, frame) => {
  await guidedFromDesk();

  landlord.guideSessions.sayToKiosks(frame);

  await expectHostileEnd();
});

test('ten thousand good frames at once are none of a desk’s: a hundred and twenty are heard at most', async () => {
  const desk = await guidedFromDesk();

  for (let n = 0; n < 10_000; n += 1) desk.send('{"type":"pointer","node":12,"x":0.5,"y":0.5}');

  await expect.poll(() => guide.read()).toMatchObject({ name: 'ended', reason: 'hostile' });
  // A few more may fill up while they come in.
  expect(shown.length).toBeLessThan(400);
  expect(logged).toContain('guide.ended hostile');
});

test('before the yes and after the end, whatever the desk says is heard by nobody', async () => {
  const { desk } = await askedFromDesk();
  desk.send('{"type":"words","text":"Dites oui"}');
  desk.send('{"type":"highlight","node":4}');
  // Each has arrived when the one after them has.
  landlord.guideSessions.sayToKiosks(presence({}));
  guide.answer(true);
  await expect.poll(() => guide.read()).toMatchObject({ name: 'guided' });
  guide.stop();

  landlord.guideSessions.sayToKiosks('{"type":"words","text":"Encore"}');
  desk.send('{"type":"suggest","page":"account"}');
  await expect.poll(() => desk.readyState).toBe(WebSocket.CLOSED);

  expect(shown.filter((frame) => frame.type !== 'again')).toEqual([]);
  expect(guide.read()).toEqual({ name: 'ended', reason: 'person', wasGuided: true });
  expect(entries.map(({ action }) => action)).toEqual(['guideAccepted', 'guideEnded']);
});

test('a code that was used, a second desk, a token that was used: none gets near the kiosk', async () => {
  const { desk, code, id, relayToken } = await askedFromDesk();
  guide.answer(true);

  // Neither with the code that was overheard, nor with the token that was.
  expect(await join(MARC, code)).toMatchObject({ status: 404 });
  expect(await join(CLAIRE, code)).toMatchObject({ status: 404 });
  expect(await connect(id, relayToken)).toBe(401);
  expect(await connect(id, 'x'.repeat(32))).toBe(401);
  expect(guide.read()).toMatchObject({ name: 'guided', staffName: 'Claire D.', isDeskThere: true });

  // The one that was accepted goes on.
  desk.send('{"type":"words","text":"Bonjour"}');
  await expect.poll(() => shown).toContainEqual({ type: 'words', text: 'Bonjour' });
  guide.stop();
  expect(await connect(id, relayToken)).toBe(401);
});

test('a code that is too old opens nothing, and the person is asked nothing', async () => {
  const code = await pairingCode();
  landlord.advanceSeconds(301);

  expect(await join(CLAIRE, code)).toMatchObject({ status: 404 });

  expect(guide.read().name).toBe('waiting');
  expect(entries).toEqual([]);
});

async function expectHostileEnd(): Promise<void> {
  await expect.poll(() => guide.read()).toEqual({ name: 'ended', reason: 'hostile', wasGuided: true });
  await turn();
  expect(shown).toEqual([]);
  expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
    ['guideAccepted', null],
    ['guideEnded', 'hostile'],
  ]);
  expect(logged).toContain('guide.ended hostile');
  // Nothing of it hinders the next one.
  guide.stop();
  expect(guide.open()).toBe(true);
  await expect.poll(() => guide.read().name).toBe('waiting');
}

async function guidedFromDesk(): Promise<WebSocket> {
  const { desk } = await askedFromDesk();
  guide.answer(true);
  expect(guide.read().name).toBe('guided');
  return desk;
}

async function askedFromDesk() {
  const code = await pairingCode();
  const { body } = await join(CLAIRE, code);
  const { id, relayToken } = body as { id: string; relayToken: string };
  const desk = await connect(id, relayToken);
  if (!(desk instanceof WebSocket)) throw new Error(`The desk was refused: ${desk}`);
  await expect.poll(() => guide.read()).toEqual({ name: 'asked', staffName: 'Claire D.' });
  return { desk, code, id, relayToken };
}

async function pairingCode(): Promise<string> {
  guide.open();
  await expect.poll(() => guide.read().name).toBe('waiting');
  const state = guide.read();
  if (state.name !== 'waiting') throw new Error(state.name);
  return state.pairingCode;
}

async function join(as: (typeof STAFF)[number] | undefined, code: string) {
  const { userName, pin } = as ?? {};
  const { body } = await askDesk('staff-sessions', '', { userName, pin });
  return askDesk('guide-sessions', String((body as { token: string }).token), { pairingCode: code });
}

async function askDesk(path: string, token: string, body: object) {
  const answer = await fetch(new URL(path, landlord.deskUrl), {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as object };
}

/** The desk's line, or the status with which it was refused. */
function connect(id: string, token: string): Promise<WebSocket | number> {
  const address = new URL(`guide-sessions/${id}/relay`, landlord.deskUrl).href.replace(/^http/, 'ws');
  const socket = new WebSocket(address, ['ekidom.guide.1', `ekidom.token.${token}`]);
  sockets.push(socket);
  return new Promise((done) => {
    socket.once('open', () => done(socket));
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => done(statusCode));
    socket.on('error', () => done(0));
  });
}

function presence(changes: { staffName?: string; staffId?: string }): string {
  const { id: staffId, displayName: staffName, tenantNumbers } = CLAIRE ?? {};
  return JSON.stringify({ type: 'desk', isThere: true, staffId, staffName, tenantNumbers, ...changes });
}

function logOf(lines: string[]): Log {
  const note = (event: string, facts: Readonly<Record<string, unknown>> = {}) =>
    lines.push(`${event} ${Object.values(facts).join(' ')}`.trim());
  return { info: note, warn: note, error: note };
}
