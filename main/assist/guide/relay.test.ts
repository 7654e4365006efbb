import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RelayFrame } from '../../../preload/guide-contract.ts';
import { silentLog } from '../../log/log.ts';
import type { After } from '../../sync/lanes.ts';
import { createRate, openRelay, type Relay, type RelayEnd, read } from './relay.ts';

const WELCOME = (token: string) => JSON.stringify({ type: 'welcome', nextToken: token.padEnd(32, '-') });

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

test('10,000 random frames: not one is let in, and none makes it stumble', () => {
  const almost = fc.record({
    type: fc.constantFrom(
      'pointer',
      'highlight',
      'suggest',
      'words',
      'again',
      'bye',
      'desk',
      'over',
      'welcome',
      'type',
    ),
    text: fc.string(),
    extra: fc.jsonValue(),
  });
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    almost.map((frame) => JSON.stringify(frame)),
    fc.string({ minLength: 4_097, maxLength: 6_000 }),
  );

  fc.assert(
    fc.property(anything, (text) => read(text) === null),
    { numRuns: 10_000 },
  );
});

test.each([
  ['a pointer', { type: 'pointer', node: 12, x: 0.5, y: 1 }],
  ['no frame any more', { type: 'highlight', node: null }],
  ['a page of the list', { type: 'suggest', page: 'payments' }],
  ['a line of text', { type: 'words', text: 'Touchez « Payer », à droite.' }],
  [
    'somebody there',
    { type: 'desk', isThere: true, staffId: 'staff-7', staffName: 'Claire D.', tenantNumbers: ['6120'] },
  ],
])('lets in %s', (_, frame) => {
  expect(read(JSON.stringify(frame))).toEqual(frame);
});

const REFUSED: readonly (readonly [what: string, frame: object])[] = [
  ['somebody without a number', { type: 'desk', isThere: true, staffName: 'Claire D.', tenantNumbers: [] }],
  [
    'somebody who does not say who they are as a tenant',
    { type: 'desk', isThere: true, staffId: 'staff-7', staffName: 'Claire D.' },
  ],
  ['a place outside', { type: 'pointer', node: 12, x: 1.01, y: 1 }],
  ['a place on the other side', { type: 'pointer', node: 12, x: 0, y: -0.01 }],
  ['a place that is none', { type: 'pointer', node: 12, x: '0', y: null }],
  ['an element that is none', { type: 'highlight', node: 0.5 }],
  ['a page that is not on the list', { type: 'suggest', page: 'staff' }],
  ['a page in the words of an address', { type: 'suggest', page: 'https://exemple.fr' }],
  ...['payment', 'quickPay', 'signature', 'camera', 'profile'].map(
    (page) => [`a step of the person’s own: ${page}`, { type: 'suggest', page }] as const,
  ),
  ...[
    'click',
    'tap',
    'touch',
    'key',
    'input',
    'type',
    'fill',
    'scroll',
    'go',
    'answer',
    'alone',
    'mirror',
  ].map(
    (type) =>
      [`a hand on the kiosk: ${type}`, { type, node: 12, text: 'a', value: 'a', page: 'home' }] as const,
  ),
  ['a text that is too long', { type: 'words', text: 'a'.repeat(201) }],
  ['a text of two lines', { type: 'words', text: 'a\nb' }],
  ['a text that turns itself round', { type: 'words', text: 'a\u202eb' }],
  ['a text that rings', { type: 'words', text: 'a\u0007b' }],
  ['a text that hides something', { type: 'words', text: 'a\u200bb' }],
  ['a text of a line of its own', { type: 'words', text: 'a\u2028b' }],
  ...['', '   ', 'Claire\u202eD.', 'Claire\nD.', 'Claire\u2069 D.', '\u200b', 'C'.repeat(61)].map(
    (staffName) =>
      [
        `a name that is none, or plays tricks: ${JSON.stringify(staffName)}`,
        { type: 'desk', isThere: true, staffId: 'staff-7', staffName, tenantNumbers: [] },
      ] as const,
  ),
  ['something beside it', { type: 'again', html: '<b>' }],
];

test.each(REFUSED)('refuses %s', (_, frame) => {
  expect(read(JSON.stringify(frame))).toBeNull();
});

test('a lost line is taken up again, each time with the next token', async () => {
  const { relay, connected, offered, frames, losses } = await open();
  const first = await connected();
  first.send(WELCOME('second'));
  first.send('{"type":"again"}');
  await expect.poll(() => frames).toHaveLength(1);

  first.terminate();
  const second = await connected();
  second.send(WELCOME('third'));
  second.send('{"type":"highlight","node":null}');
  await expect.poll(() => frames).toHaveLength(2);

  expect(losses()).toBe(1);
  expect(offered).toEqual(['first'.padEnd(32, '-'), 'second'.padEnd(32, '-')]);
  expect(relay.send('{}')).toBe(true);
});

test.each([
  ['a frame that is none', 'click here'],
  ['a frame that is too large', `{"type":"words","text":"${'a'.repeat(5_000)}"}`],
])('%s ends it, once', async (_, text) => {
  const { connected, endings, frames } = await open();
  const socket = await connected();
  socket.send(WELCOME('second'));
  const closed = once(socket, 'close');

  socket.send(text);
  socket.send('{"type":"again"}');
  await closed;

  await expect.poll(() => endings).toEqual(['hostile']);
  expect(frames).toEqual([]);
});

test('a flood of right frames ends it, too', async () => {
  const { connected, endings, frames } = await open();
  const socket = await connected();
  socket.send(WELCOME('second'));
  const closed = once(socket, 'close');

  for (let count = 0; count < 1_000; count += 1) socket.send('{"type":"again"}');
  await closed;

  await expect.poll(() => endings).toEqual(['hostile']);
  expect(frames.length).toBeLessThan(200);
});

test('its own end is told to the other side, and to nobody here', async () => {
  const { relay, connected, endings } = await open();
  const socket = await connected();
  socket.send(WELCOME('second'));
  const heard = once(socket, 'message');

  relay.close();

  expect(String((await heard)[0])).toBe('{"type":"bye"}');
  await once(socket, 'close');
  expect(endings).toEqual([]);
});

test('a rate lets a burst through, and then so many a second', () => {
  let nowMs = 0;
  const isWelcome = createRate(2, 10, () => nowMs);

  expect([isWelcome(), isWelcome(), isWelcome()]).toEqual([true, true, false]);
  nowMs = 100;
  expect([isWelcome(), isWelcome()]).toEqual([true, false]);
});

async function open() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'ekidom.guide.1' });
  await once(server, 'listening');
  const waiting: WebSocket[] = [];
  const offered: string[] = [];
  let taken = 0;
  server.on('connection', (socket, request) => {
    waiting.push(socket);
    offered.push(/ekidom\.token\.(\S+)/.exec(request.headers['sec-websocket-protocol'] ?? '')?.[1] ?? '');
  });
  const frames: RelayFrame[] = [];
  const endings: RelayEnd[] = [];
  let lost = 0;
  // In no time: what is waited for here is the other side.
  const after: After = (seconds, act) => {
    const timer = setTimeout(act, seconds > 1 ? 60_000 : 0);
    return () => clearTimeout(timer);
  };
  const relay: Relay = openRelay({
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/relay`,
    token: 'first'.padEnd(32, '-'),
    onFrame: (frame) => frames.push(frame),
    onLost: () => {
      lost += 1;
    },
    onEnd: (end) => endings.push(end),
    after,
    log: silentLog,
  });
  ends.push(async () => {
    relay.close();
    for (const client of server.clients) client.terminate();
    await new Promise((resolve) => server.close(resolve));
  });

  return {
    relay,
    frames,
    endings,
    losses: () => lost,
    offered,
    async connected(): Promise<WebSocket> {
      await expect.poll(() => waiting.length).toBeGreaterThan(taken);
      const socket = waiting[taken];
      if (!socket) throw new Error('nobody is connected');
      taken += 1;
      return socket;
    },
  };
}
