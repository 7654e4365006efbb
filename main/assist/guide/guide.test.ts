import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../preload/audit-entry.ts';
import type { Result } from '../../../preload/contract.ts';
import type { FromDesk, GuideState } from '../../../preload/guide-contract.ts';
import { silentLog } from '../../log/log.ts';
import type { After } from '../../sync/lanes.ts';
import type { GuideSessionApi } from '../../tenant-api/tenant-api.ts';
import { createGuide, QUIET_SECONDS, relayAddress, WHOLE_SCREEN_EVERY_SECONDS } from './guide.ts';
import type { RelayWishes } from './relay.ts';

const STAFF = {
  type: 'desk' as const,
  isThere: true,
  staffId: 'staff-claire',
  staffName: 'Claire D.',
  tenantNumbers: ['6120'],
};

const DARK = '{"type":"alone","isAlone":true}';

test('nothing of the screen goes out before the person has accepted, by name, whoever joined', async () => {
  const { guide, relay, sent, names } = await opened();

  guide.mirror('[1]');
  relay().onFrame(STAFF);
  guide.mirror('[2]');
  guide.tell({ type: 'sentence', sentence: 'yes' });
  guide.answer(true);
  guide.mirror('[3]');

  expect(names()).toEqual(['opening', 'waiting', 'asked', 'guided']);
  expect(sent).toEqual(['{"type":"accepted"}', '{"type":"mirror","events":[3]}']);
});

test('whoever says no is guided by nobody, and the line is closed', async () => {
  const { guide, relay, sent, isClosed } = await opened();
  relay().onFrame(STAFF);

  guide.answer(false);
  guide.mirror('[1]');

  expect(guide.read()).toEqual({ name: 'ended', reason: 'declined', wasGuided: false });
  expect(sent).toEqual([]);
  expect(isClosed()).toBe(true);
});

test('the desk shows and says nothing before the yes, nor after the end', async () => {
  const { guide, relay, shown } = await opened();
  const words = { type: 'words', text: 'Bonjour' } as const;

  relay().onFrame(words);
  relay().onFrame(STAFF);
  relay().onFrame(words);
  guide.answer(true);
  relay().onFrame(words);
  guide.stop();
  relay().onFrame(words);

  expect(shown).toEqual([words]);
  expect(guide.read()).toEqual({ name: 'ended', reason: 'person', wasGuided: true });
});

test.each([
  ['the desk leaves', 'over', 'desk'],
  ['the line is away for long', 'network', 'network'],
  ['something else than frames of the contract comes in', 'hostile', 'hostile'],
] as const)('it ends when %s', async (_, end, reason) => {
  const { guide, relay, sent } = await guided();

  relay().onEnd(end);
  guide.mirror('[1]');

  expect(guide.read()).toEqual({ name: 'ended', reason, wasGuided: true });
  expect(sent).toEqual(['{"type":"accepted"}']);
});

test('it ends after ten minutes in which neither side did anything; the screen alone is no action', async () => {
  const { guide, relay, pass } = await guided();

  pass(QUIET_SECONDS - 1);
  relay().onFrame({ type: 'pointer', node: 3, x: 0, y: 1 });
  pass(QUIET_SECONDS - 1);
  guide.tell({ type: 'touch', node: 3 });
  pass(QUIET_SECONDS - 1);
  guide.mirror('[1]');
  guide.tell({ type: 'alone', isAlone: true });
  expect(guide.read().name).toBe('guided');
  pass(1);

  expect(guide.read()).toEqual({ name: 'ended', reason: 'quiet', wasGuided: true });
});

test('a code that nobody uses expires', async () => {
  const { guide, pass, isClosed } = await opened();

  pass(300);

  expect(guide.read()).toEqual({ name: 'ended', reason: 'expired', wasGuided: false });
  expect(isClosed()).toBe(true);
});

test('the end of the session ends it without a word left for the next person', async () => {
  const { guide, isClosed } = await guided();

  guide.forget();

  expect(guide.read()).toEqual({ name: 'none' });
  expect(isClosed()).toBe(true);
});

test('a code that comes after the person has left opens no line', async () => {
  const { guide, answer, wishes } = begun();
  guide.open();
  guide.forget();

  answer();
  await settled();

  expect(guide.read()).toEqual({ name: 'none' });
  expect(wishes).toEqual([]);
});

test('while money is under way nothing goes out, whatever the page says', async () => {
  const { guide, sent, world } = await guided();

  world.isAlone = true;
  guide.mirror('[1]');
  guide.tell({ type: 'touch', node: 3 });

  expect(sent).toEqual(['{"type":"accepted"}']);
});

test('when the desk comes back it gets the whole screen; another name was never accepted', async () => {
  const { guide, relay, shown } = await guided();

  relay().onFrame({ ...STAFF, isThere: false });
  expect(guide.read()).toMatchObject({ name: 'guided', isDeskThere: false });
  relay().onFrame(STAFF);
  expect(guide.read()).toMatchObject({ name: 'guided', isDeskThere: true });
  expect(shown).toEqual([{ type: 'again' }]);
  relay().onFrame({ ...STAFF, staffName: 'Marc L.' });

  expect(guide.read()).toEqual({ name: 'ended', reason: 'hostile', wasGuided: true });
});

test.each([
  ['name', { staffName: 'Marc L.' }],
  ['number', { staffId: 'staff-marc' }],
])(
  'another %s while the person reads the question ends it: a yes is for whom they read of',
  async (_, other) => {
    const { guide, relay, sent } = await opened();
    relay().onFrame(STAFF);

    relay().onFrame({ ...STAFF, ...other });
    guide.answer(true);
    guide.mirror('[1]');

    expect(guide.read()).toEqual({ name: 'ended', reason: 'hostile', wasGuided: false });
    expect(sent).toEqual([]);
  },
);

test('a desk that asks for the whole screen all the time gets it once a second, and the last time, too', async () => {
  const { guide, relay, shown, pass } = await guided();

  for (let count = 0; count < 60; count += 1) relay().onFrame({ type: 'again' });
  for (let count = 0; count < 60; count += 1) relay().onFrame(STAFF);
  expect(shown).toEqual([{ type: 'again' }]);
  pass(WHOLE_SCREEN_EVERY_SECONDS);
  pass(WHOLE_SCREEN_EVERY_SECONDS);
  expect(shown).toHaveLength(2);

  relay().onFrame({ type: 'again' });
  relay().onFrame({ type: 'again' });
  guide.stop();
  pass(WHOLE_SCREEN_EVERY_SECONDS);
  expect(shown).toHaveLength(3);
});

test('whoever signs in meanwhile is asked again: until they accept, nothing of the screen goes out', async () => {
  const { guide, relay, world, sent, shown, entries } = await guidedSignedOut();

  world.tenantNumber = '4473';
  guide.follow();
  expect(guide.read()).toMatchObject({ name: 'guided', isAskedAgain: true });
  guide.mirror('[1]');
  guide.tell({ type: 'touch', node: 3 });
  // The password is behind them, says the page.
  guide.tell({ type: 'alone', isAlone: false });
  relay().onFrame({ ...STAFF, isThere: false });
  relay().onFrame(STAFF);
  expect(sent).toEqual(['{"type":"accepted"}', DARK, DARK]);
  expect(shown).toEqual([]);

  guide.answer(true);
  guide.mirror('[2]');
  guide.follow();

  expect(guide.read()).toMatchObject({ name: 'guided', isAskedAgain: false });
  expect(sent.slice(3)).toEqual(['{"type":"alone","isAlone":false}', '{"type":"mirror","events":[2]}']);
  expect(entries.map(({ action, tenantNumber, consent }) => [action, tenantNumber, consent])).toEqual([
    ['guideAccepted', null, 'onScreen'],
    ['guideAcceptedSignedIn', '4473', 'onScreen'],
  ]);
});

test('whoever says no once they have signed in is guided no more, and nothing of their account went out', async () => {
  const { guide, world, sent, entries, isClosed } = await guidedSignedOut();
  world.tenantNumber = '4473';
  guide.follow();

  guide.answer(false);
  guide.mirror('[1]');

  expect(guide.read()).toEqual({ name: 'ended', reason: 'person', wasGuided: true });
  expect(isClosed()).toBe(true);
  expect(sent).toEqual(['{"type":"accepted"}', DARK]);
  expect(entries.slice(1).map(({ action, subject, consent }) => [action, subject, consent])).toEqual([
    ['guideDeclinedSignedIn', null, 'declined'],
    ['guideEnded', 'person', 'declined'],
  ]);
});

test('a second yes that cannot be written is none', async () => {
  const { guide, world, sent, isClosed } = await guidedSignedOut();
  world.tenantNumber = '4473';
  guide.follow();
  world.disk = { ok: false, error: { code: 'AUDIT_BROKEN' } };

  guide.answer(true);
  guide.mirror('[1]');

  expect(guide.read()).toEqual({ name: 'failed', error: { code: 'AUDIT_BROKEN' } });
  expect(sent).toEqual(['{"type":"accepted"}', DARK]);
  expect(isClosed()).toBe(true);
});

test('whoever had signed in before they accepted is not asked again', async () => {
  const { guide } = await guided();

  guide.follow();
  guide.answer(false);

  expect(guide.read()).toMatchObject({ name: 'guided', isAskedAgain: false });
});

test('what is done meanwhile was done alone where nobody saw it, and guided where somebody did', async () => {
  const { guide, world, entries } = await guided();

  guide.gate()?.refusal('statement.print');
  guide.tell({ type: 'alone', isAlone: true });
  guide.gate()?.refusal('passwordReset.choose');
  guide.tell({ type: 'alone', isAlone: false });
  world.isAlone = true;
  guide.gate()?.refusal('payment.start');

  expect(entries.slice(1).map(({ action, subject }) => [action, subject])).toEqual([
    ['statement.print', 'guided'],
    ['passwordReset.choose', 'alone'],
    ['payment.start', 'alone'],
  ]);
});

test('another number under the same name is another person, too', async () => {
  const { guide, relay } = await guided();

  relay().onFrame({ ...STAFF, staffId: 'staff-another-claire' });

  expect(guide.read()).toEqual({ name: 'ended', reason: 'hostile', wasGuided: true });
});

test('the yes is in the trail before anything is sent, then what was followed, and the end', async () => {
  const { guide, relay, entries, events } = await opened();
  relay().onFrame(STAFF);

  guide.answer(true);
  guide.mirror('[1]');
  guide.tell({ type: 'suggestion', page: 'payments', answer: 'accepted' });
  guide.tell({ type: 'suggestion', page: 'account', answer: 'declined' });
  guide.tell({ type: 'suggestion', page: 'account', answer: 'notHere' });
  guide.stop();

  const told = { assistanceId: 'key', staffId: 'staff-claire', tenantNumber: '4473', consent: 'onScreen' };
  expect(entries).toEqual([
    { ...told, action: 'guideAccepted', subject: null },
    { ...told, action: 'guideSuggestion', subject: 'payments' },
    { ...told, action: 'guideEnded', subject: 'person' },
  ]);
  expect(events.slice(0, 2)).toEqual(['guideAccepted', '{"type":"accepted"}']);
});

test.each(['AUDIT_BROKEN', 'STORE_UNAVAILABLE'] as const)(
  'what cannot be written into the trail does not begin: %s',
  async (code) => {
    const { guide, relay, world, sent, entries, isClosed } = await opened();
    relay().onFrame(STAFF);
    world.disk = { ok: false, error: { code } };

    guide.answer(true);
    guide.mirror('[1]');
    guide.tell({ type: 'sentence', sentence: 'yes' });
    guide.forget();

    expect(sent).toEqual([]);
    expect(isClosed()).toBe(true);
    expect(entries).toEqual([]);
    expect(guide.read()).toEqual({ name: 'none' });
  },
);

test('a trail that breaks is said on the screen, and can be tried again', async () => {
  const { guide, relay, world } = await opened();
  relay().onFrame(STAFF);
  world.disk = { ok: false, error: { code: 'AUDIT_BROKEN' } };

  guide.answer(true);
  expect(guide.read()).toEqual({ name: 'failed', error: { code: 'AUDIT_BROKEN' } });
  guide.open();

  expect(guide.read()).toEqual({ name: 'opening' });
});

test('a no leaves no entry: nobody has seen anything', async () => {
  const { guide, relay, entries } = await opened();
  relay().onFrame(STAFF);

  guide.answer(false);

  expect(entries).toEqual([]);
});

test('whoever signed in while guided is still known when their session ends it, and once only', async () => {
  const { guide, relay, world, entries } = await opened();
  world.tenantNumber = null;
  relay().onFrame(STAFF);
  guide.answer(true);
  world.tenantNumber = '4473';
  guide.follow();
  world.tenantNumber = null;

  guide.forget();
  guide.forget();

  expect(entries.map(({ action, subject, tenantNumber }) => [action, subject, tenantNumber])).toEqual([
    ['guideAccepted', null, null],
    ['guideEnded', 'sessionOver', '4473'],
  ]);
});

test('whoever joins is refused before the tenant who they are is even asked', async () => {
  const { guide, relay, world, entries, isClosed, names } = await opened();
  world.tenantNumber = '6120';

  relay().onFrame(STAFF);

  expect(names()).toEqual(['opening', 'waiting', 'ended']);
  expect(guide.read()).toEqual({ name: 'ended', reason: 'ownAccount', wasGuided: false });
  expect(entries).toEqual([]);
  expect(isClosed()).toBe(true);
});

test.each(['asked', 'guided'] as const)(
  'a tenant who signs in is not guided by themselves: %s',
  async (name) => {
    const { guide, relay, world, sent } = await opened();
    world.tenantNumber = null;
    relay().onFrame(STAFF);
    if (name === 'guided') guide.answer(true);
    sent.length = 0;

    world.tenantNumber = '6120';
    guide.follow();
    guide.mirror('[1]');

    expect(guide.read()).toEqual({ name: 'ended', reason: 'ownAccount', wasGuided: name === 'guided' });
    expect(sent).toEqual([]);
  },
);

test('whoever is helped beside the screen is guided by nobody else', async () => {
  const { guide, world, entries, isClosed } = await guided();

  world.isHelpedHere = true;
  guide.follow();
  expect(guide.read()).toEqual({ name: 'ended', reason: 'here', wasGuided: true });
  expect(isClosed()).toBe(true);
  guide.stop();

  expect(guide.open()).toBe(false);
  expect(guide.read()).toEqual({ name: 'ended', reason: 'here', wasGuided: false });
  expect(entries.at(-1)).toMatchObject({ action: 'guideEnded', subject: 'here' });
});

test('a line that is lost here is told to the person at once, and to nobody else', async () => {
  const { guide, relay, shown } = await guided();

  relay().onLost();
  expect(guide.read()).toMatchObject({ name: 'guided', isDeskThere: false });
  relay().onFrame(STAFF);

  expect(guide.read()).toMatchObject({ name: 'guided', isDeskThere: true });
  expect(shown).toEqual([{ type: 'again' }]);
});

test('what the person does meanwhile is refused by nothing, and stands in the trail as their own doing', async () => {
  const { guide, world, entries } = await guided();
  expect(entries.map(({ action }) => action)).toEqual(['guideAccepted']);

  const gate = guide.gate();
  expect(gate?.refusal('payment.start')).toBeNull();
  expect(gate?.refusal('account.readLedger')).toBeNull();
  gate?.answered('payment.start', { ok: false, error: { code: 'API_UNREACHABLE' } });
  expect(gate?.refusal('request.write')).toBeNull();
  gate?.answered('request.write', { ok: true, value: {} });
  // The tenant's own doing waits for nobody's trail.
  world.disk = { ok: false, error: { code: 'AUDIT_BROKEN' } };
  expect(gate?.refusal('request.write')).toBeNull();

  expect(entries.slice(1).map(({ action, subject }) => [action, subject])).toEqual([
    ['payment.start', 'guided'],
    ['payment.start', 'failed'],
    ['request.write', 'guided'],
  ]);
});

test('only while somebody guides is anything written of what the person does', async () => {
  const { guide, relay } = await opened();
  expect(guide.gate()).toBeNull();
  relay().onFrame(STAFF);
  expect(guide.gate()).toBeNull();
  guide.answer(true);
  expect(guide.gate()).not.toBeNull();
  guide.stop();

  expect(guide.gate()).toBeNull();
});

test('who guided is known for the summary until the person has left', async () => {
  const { guide, relay, answer } = await opened();
  expect(guide.helpers()).toEqual([]);
  relay().onFrame(STAFF);
  guide.answer(true);
  guide.stop();
  guide.stop();
  guide.open();
  answer();
  await settled();

  expect(guide.helpers()).toEqual([{ assistanceId: 'key', staffName: 'Claire D.' }]);
  guide.forget();
  expect(guide.helpers()).toEqual([]);
});

test('what cannot be opened is said, and can be tried again', async () => {
  const { guide, world, answer, names } = begun();
  world.isReachable = false;
  guide.open();
  answer();
  await settled();
  expect(guide.read()).toEqual({ name: 'failed', error: { code: 'API_UNREACHABLE' } });

  world.isReachable = true;
  guide.open();
  answer();
  await settled();

  expect(names()).toEqual(['opening', 'failed', 'opening', 'waiting']);
});

test('the relay stands beside the API, and is spoken to as safely', () => {
  expect(relayAddress('https://bornes.ekidom.example/kiosk/v1', 'g-1')).toBe(
    'wss://bornes.ekidom.example/kiosk/v1/guide-sessions/g-1/relay',
  );
  expect(relayAddress('http://127.0.0.1:8080/kiosk/v1/', 'g-1')).toBe(
    'ws://127.0.0.1:8080/kiosk/v1/guide-sessions/g-1/relay',
  );
});

function begun() {
  const states: GuideState[] = [];
  const shown: FromDesk[] = [];
  const sent: string[] = [];
  const wishes: RelayWishes[] = [];
  const entries: Omit<AuditEntry, 'at'>[] = [];
  /** What was written and what was sent, in their order. */
  const events: string[] = [];
  const world = {
    isAlone: false,
    isReachable: true,
    nowMs: 1_000_000,
    tenantNumber: '4473' as string | null,
    isHelpedHere: false,
    disk: { ok: true, value: undefined } as Result<void>,
  };
  const timers = new Set<{ atMs: number; act: () => void }>();
  const answers: (() => void)[] = [];
  let isClosed = false;

  const after: After = (seconds, act) => {
    const timer = { atMs: world.nowMs + seconds * 1_000, act };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const api: GuideSessionApi = {
    createGuideSession: () =>
      new Promise((resolve) => {
        answers.push(() =>
          resolve(
            world.isReachable
              ? {
                  ok: true,
                  value: {
                    id: 'guide-1',
                    pairingCode: '123456',
                    expiresAt: new Date(world.nowMs + 300_000).toISOString(),
                    relayToken: 'a'.repeat(32),
                  },
                }
              : { ok: false, error: { code: 'API_UNREACHABLE' } },
          ),
        );
      }),
  };
  const guide = createGuide({
    api,
    baseUrl: 'http://127.0.0.1:1/kiosk/v1',
    loadRelay: async () => (wish) => {
      wishes.push(wish);
      return {
        send(frame) {
          sent.push(frame);
          events.push(frame);
          return true;
        },
        close() {
          isClosed = true;
        },
      };
    },
    loadTrail: async () => ({
      append(entry) {
        if (world.disk.ok) {
          entries.push(entry);
          events.push(entry.action);
        }
        return world.disk;
      },
    }),
    person: () => ({ tenantNumber: world.tenantNumber, isHelpedHere: world.isHelpedHere }),
    onChange: (state) => states.push(state),
    onShown: (frame) => shown.push(frame),
    isAlone: () => world.isAlone,
    after,
    log: silentLog,
    newId: () => 'key',
    nowMs: () => world.nowMs,
  });

  return {
    guide,
    world,
    wishes,
    sent,
    shown,
    entries,
    events,
    names: () => states.map(({ name }) => name),
    isClosed: () => isClosed,
    answer: () => answers.shift()?.(),
    relay() {
      const [wish] = wishes;
      if (!wish) throw new Error('no line was opened');
      return wish;
    },
    pass(seconds: number) {
      world.nowMs += seconds * 1_000;
      for (const timer of [...timers]) {
        if (timer.atMs > world.nowMs || !timers.delete(timer)) continue;
        timer.act();
      }
    },
  };
}

async function opened() {
  const scene = begun();
  scene.guide.open();
  scene.answer();
  await settled();
  return scene;
}

async function guidedSignedOut() {
  const scene = await opened();
  scene.world.tenantNumber = null;
  scene.relay().onFrame(STAFF);
  scene.guide.answer(true);
  return scene;
}

async function guided() {
  const scene = await opened();
  scene.relay().onFrame(STAFF);
  scene.guide.answer(true);
  return scene;
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
