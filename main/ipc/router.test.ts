import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { calls, type SessionSnapshot } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { rights } from './rights.ts';
import { createRouter, type Handlers, type Router } from './router.ts';

const ownFrame = { url: 'app://kiosk/index.html', parent: null };
const ownCaller = { senderFrame: ownFrame };
const lines: string[] = [];
const log: Log = { info: keep, warn: keep, error: keep };

let state: SessionSnapshot['state'];
let handlers: { [channel: string]: ReturnType<typeof vi.fn> };
let router: Router;

beforeEach(() => {
  lines.length = 0;
  state = 'signedOut';
  handlers = Object.fromEntries(Object.keys(calls).map((channel) => [channel, vi.fn()]));
  router = createRouter({
    handlers: handlers as unknown as Handlers,
    isOwnFrame: (frame) => frame === ownFrame,
    sessionState: () => state,
    assistedGate: () => null,
    log,
  });
});

describe('who calls', () => {
  test.each([
    ['another frame', { senderFrame: { ...ownFrame } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('%s is refused before anything is looked at', async (_who, caller) => {
    const answer = await router.answer(caller, 'session.end', undefined);

    expect(answer).toEqual({ ok: false, code: 'SENDER_REFUSED' });
    expect(handlers['session.end']).not.toHaveBeenCalled();
  });
});

describe('what is called', () => {
  test.each([
    '',
    'session.destroy',
    '__proto__',
    'constructor',
    'toString',
    7,
    null,
    undefined,
    {},
    ['session.end'],
  ])('the channel %j does not exist', async (channel) => {
    expect(await router.answer(ownCaller, channel, undefined)).toEqual({
      ok: false,
      code: 'CHANNEL_UNKNOWN',
    });
  });

  test('every channel has its rights written down', () => {
    expect(Object.keys(rights)).toEqual(Object.keys(calls));
  });

  test('nothing of an account is read while nobody is signed in', async () => {
    for (const channel of [
      'account.list',
      'account.readLedger',
      'statement.print',
      'statement.sendByEmail',
    ]) {
      expect(await router.answer(ownCaller, channel, undefined)).toEqual({
        ok: false,
        code: 'NOT_ALLOWED_NOW',
      });
    }
  });
});

describe('what is handed in', () => {
  test('wrong input is refused, and its content is not logged', async () => {
    const input = { email: 'jeanne@exemple.fr', password: 'x'.repeat(10_000) };

    const answer = await router.answer(ownCaller, 'session.signIn', input);

    expect(answer).toEqual({ ok: false, code: 'INPUT_INVALID' });
    expect(lines.join()).not.toContain('jeanne');
  });

  test('a key that is not in the contract is refused', async () => {
    const input = { email: 'a@b.fr', password: 'x', staff: true };

    expect(await router.answer(ownCaller, 'session.signIn', input)).toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('no input whatever makes the gate throw or lets nonsense through', async () => {
    const attempts = fc.tuple(fc.constantFrom(...Object.keys(calls)), fc.anything());

    await fc.assert(
      fc.asyncProperty(attempts, async ([channel, input]) => {
        const answer = await router.answer(ownCaller, channel, input);

        if (handlers[channel]?.mock.calls.length) {
          expect(calls[channel as keyof typeof calls].input.safeParse(input).success).toBe(true);
        }
        expect(typeof answer.ok).toBe('boolean');
        handlers[channel]?.mockClear();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what is handed out', () => {
  test('the handler’s value, when it is as the contract says', async () => {
    handlers['session.signIn']?.mockResolvedValue({ ok: true, value: {} });

    const answer = await router.answer(ownCaller, 'session.signIn', { email: 'a@b.fr', password: 'x' });

    expect(answer).toEqual({ ok: true, output: { ok: true, value: {} } });
  });

  test('a value that breaks the contract stays in main', async () => {
    handlers['session.signIn']?.mockResolvedValue({ ok: true, value: { token: 'secret' } });

    const answer = await router.answer(ownCaller, 'session.signIn', { email: 'a@b.fr', password: 'x' });

    expect(answer).toEqual({ ok: false, code: 'OUTPUT_INVALID' });
  });

  test('a handler that throws gives a code, and its message is not logged', async () => {
    handlers['session.end']?.mockRejectedValue(new Error('for jeanne@exemple.fr'));

    const answer = await router.answer(ownCaller, 'session.end', undefined);

    expect(answer).toEqual({ ok: false, code: 'INTERNAL' });
    expect(lines.join()).not.toContain('jeanne');
  });
});

function keep(event: string, facts: unknown = {}): void {
  lines.push(`${event} ${JSON.stringify(facts)}`);
}
