/** The landlord's side of a guide from the desk: who may join whom, and what the relay lets through. */
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { STAFF } from '../staff.ts';
import { startTenantApi, type TenantApi } from '../tenant-api.ts';

const [CLAIRE, MARC] = STAFF;
const KIOSK = 'sandbox-1';

test.each([
  ['GET', 'help-calls'],
  ['POST', 'help-calls/help-1/takings'],
  ['POST', 'help-calls/help-1/closings'],
  ['POST', 'guide-sessions'],
  ['DELETE', 'staff-sessions/current'],
])('without having signed in, nobody is answered: %s %s', async (method, path) => {
  const { ask } = await open();
  const body = path === 'guide-sessions' ? { pairingCode: '000000' } : undefined;

  expect(await ask(method, path, '', body)).toMatchObject({ status: 401 });
  expect(await ask(method, path, 'x'.repeat(43), body)).toMatchObject({ status: 401 });
});

test('staff sign in by name and PIN, for an hour, or until they sign out', async () => {
  const { api, ask, signIn } = await open();
  const list = async (token: string) => (await ask('GET', 'help-calls', token)).status;

  const first = await signIn();
  expect(await list(first)).toBe(200);
  api.advanceSeconds(3_600);
  expect(await list(first)).toBe(401);
  const second = await signIn();
  expect(await ask('DELETE', 'staff-sessions/current', second)).toMatchObject({ status: 204 });

  expect(await list(second)).toBe(401);
});

test('a wrong PIN and a name that nobody has are refused alike, and slowed down', async () => {
  const { ask } = await open();
  const tryToSignIn = (userName: string) => ask('POST', 'staff-sessions', '', { userName, pin: '0000' });

  const [known, unknown] = [await tryToSignIn('claire.dubois'), await tryToSignIn('nobody')];
  for (let tries = 0; tries < 4; tries += 1) await tryToSignIn('claire.dubois');
  const late = await ask('POST', 'staff-sessions', '', { userName: 'claire.dubois', pin: CLAIRE?.pin });

  expect(known).toEqual(unknown);
  expect(known.status).toBe(401);
  expect(late.status).toBe(429);
});

test('two desks take the same call: the first has it, and the other is told so', async () => {
  const { api, ask, signIn } = await open();
  const [claire, marc] = [await signIn(CLAIRE), await signIn(MARC)];
  const call = api.helpCalls.create(KIOSK, 'home');
  api.guideSessions.create(KIOSK);
  const by = { helpCallId: call.id };

  const answers = await Promise.all([
    ask('POST', 'guide-sessions', claire, by),
    ask('POST', 'guide-sessions', marc, by),
  ]);

  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'guide_session.taken' });
  expect(await ask('POST', `help-calls/${call.id}/takings`, marc)).toMatchObject({ status: 409 });
});

test('a code is good for one joining, and for five minutes', async () => {
  const { api, ask, signIn } = await open();
  const token = await signIn();
  const used = api.guideSessions.create(KIOSK);
  const join = async (pairingCode: string) =>
    (await ask('POST', 'guide-sessions', token, { pairingCode })).status;

  expect(await join(used.pairingCode)).toBe(201);
  expect(await join(used.pairingCode)).toBe(404);
  const late = api.guideSessions.create(KIOSK);
  api.advanceSeconds(300);

  expect(await join(late.pairingCode)).toBe(404);
});

test('whoever guesses codes is stopped after five, and nobody else with them', async () => {
  const { api, ask, signIn } = await open();
  const [claire, marc] = [await signIn(CLAIRE), await signIn(MARC)];
  const { pairingCode } = api.guideSessions.create(KIOSK);
  const wrong = pairingCode === '000000' ? '000001' : '000000';
  const join = async (token: string, code: string) =>
    (await ask('POST', 'guide-sessions', token, { pairingCode: code })).status;

  for (let tries = 0; tries < 5; tries += 1) expect(await join(claire, wrong)).toBe(404);
  expect(await join(claire, pairingCode)).toBe(429);
  expect(await join(marc, wrong)).toBe(404);
  api.advanceSeconds(60);

  expect(await join(claire, pairingCode)).toBe(201);
});

test('a line of the relay opens with its own token, once, and for its own side', async () => {
  const { api, connect } = await open();
  const { id, relayToken } = api.guideSessions.create(KIOSK);

  expect(await connect('desk', id, relayToken)).toBe(401);
  expect(await connect('kiosk', 'guide-99', relayToken)).toBe(401);
  expect(await connect('kiosk', id, relayToken)).toBeInstanceOf(WebSocket);
  expect(await connect('kiosk', id, relayToken)).toBe(401);
});

test('each side is told when the other’s line is cut, and when it is back under the same name', async () => {
  const { both, connect, api } = await open();
  const { id, kiosk, desk } = await both();
  expect(kiosk.heard).toContainEqual({
    ...{ type: 'desk', isThere: true, staffId: CLAIRE?.id, staffName: 'Claire D.', tenantNumbers: [] },
  });

  api.guideSessions.cutLines('kiosk');
  await expect.poll(() => desk.heard.at(-1)).toEqual({ type: 'kiosk', isThere: false });
  const again = await connect('kiosk', id, kiosk.nextToken());
  await expect.poll(() => desk.heard.at(-1)).toEqual({ type: 'kiosk', isThere: true });
  if (!(again instanceof WebSocket)) throw new Error(`The kiosk was refused: ${again}`);
  const back = listen(again);

  api.guideSessions.cutLines('desk');
  await expect.poll(() => back.at(-1)).toMatchObject({ type: 'desk', isThere: false });
  await connect('desk', id, desk.nextToken());

  await expect.poll(() => back.at(-1)).toMatchObject({ type: 'desk', isThere: true, staffName: 'Claire D.' });
});

test('whoever’s line was cut while it ended hears so when they come back', async () => {
  const { both, connect, api } = await open();
  const { id, kiosk, desk } = await both();

  api.guideSessions.cutLines('desk');
  kiosk.socket.send('{"type":"bye"}');
  await expect.poll(() => kiosk.heard.at(-1)).toEqual({ type: 'over' });
  const back = await connect('desk', id, desk.nextToken());
  if (!(back instanceof WebSocket)) throw new Error(`The desk was refused: ${back}`);
  const closed = once(back, 'close');

  expect((await closed)[0]).toBe(1_000);
  expect(listen(back)).toEqual([{ type: 'over' }]);
});

test.each([
  ['more than a desk ever says', '"'.padEnd(5_000, 'a')],
  ['bytes', Buffer.from([1, 2, 3])],
  ['goodbye', '{"type":"bye"}'],
])('the relay ends it for both when the desk sends %s', async (_, sent) => {
  const { both } = await open();
  const { kiosk, desk } = await both();
  const closed = Promise.all([once(kiosk.socket, 'close'), once(desk.socket, 'close')]);

  desk.socket.send(sent);
  const codes = (await closed).map(([code]) => code);

  expect(codes).toEqual([1_000, 1_000]);
  expect(kiosk.heard.at(-1)).toEqual({ type: 'over' });
});

async function open() {
  const api = await startTenantApi();
  onTestFinished(() => api.stop());

  const ask = async (method: string, path: string, token: string, body?: object) => {
    const answer = await fetch(new URL(path, api.deskUrl), {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>),
    };
  };
  const signIn = async (member = CLAIRE): Promise<string> => {
    const { userName, pin } = member ?? {};
    const { body } = await ask('POST', 'staff-sessions', '', { userName, pin });
    return String(body?.token);
  };
  const connect = (side: 'kiosk' | 'desk', id: string, token: string) => connectTo(api, side, id, token);

  return {
    ...{ api, ask, signIn, connect },
    /** A kiosk and Claire at the desk, connected. */
    async both() {
      const { id, pairingCode, relayToken } = api.guideSessions.create(KIOSK);
      const { body } = await ask('POST', 'guide-sessions', await signIn(), { pairingCode });
      const kiosk = await sideOf(await connect('kiosk', id, relayToken));
      const desk = await sideOf(await connect('desk', id, String(body?.relayToken)));
      await expect.poll(() => desk.heard).toContainEqual({ type: 'kiosk', isThere: true });
      await expect.poll(() => kiosk.heard.at(-1)).toMatchObject({ type: 'desk', isThere: true });
      return { id, kiosk, desk };
    },
  };
}

/** The socket, or the status with which it was refused. */
function connectTo(
  api: TenantApi,
  side: 'kiosk' | 'desk',
  id: string,
  token: string,
): Promise<WebSocket | number> {
  const base = side === 'kiosk' ? `${api.baseUrl}/` : api.deskUrl;
  const address = new URL(`guide-sessions/${id}/relay`, base).href.replace(/^http/, 'ws');
  const socket = new WebSocket(address, ['ekidom.guide.1', `ekidom.token.${token}`]);
  onTestFinished(() => socket.terminate());
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
    socket.on('error', () => resolve(0));
    // The relay speaks at once.
    listen(socket);
  });
}

async function sideOf(socket: WebSocket | number) {
  if (!(socket instanceof WebSocket)) throw new Error(`refused: ${socket}`);
  const heard = listen(socket);
  const nextToken = () =>
    heard.map((frame) => frame.nextToken).findLast((token) => typeof token === 'string') ?? '';
  await expect.poll(nextToken).not.toBe('');
  return { socket, heard, nextToken };
}

const listening = new WeakMap<WebSocket, Record<string, string>[]>();

/** All that comes in from the first moment on. */
function listen(socket: WebSocket): Record<string, string>[] {
  const known = listening.get(socket);
  if (known) return known;
  const heard: Record<string, string>[] = [];
  listening.set(socket, heard);
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Record<string, string>));
  return heard;
}
