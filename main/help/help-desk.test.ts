import { expect, test } from 'vitest';
import type { Failure, Result } from '../../preload/contract.ts';
import type { HelpCall as Shown } from '../../preload/help-contract.ts';
import { silentLog } from '../log/log.ts';
import type { HelpCall, HelpCallApi } from '../tenant-api/tenant-api.ts';
import { createHelpDesk } from './help-desk.ts';

const WAITING: Result<HelpCall> = { ok: true, value: { id: 'help-1', state: 'waiting' } };
const TAKEN: Result<HelpCall> = { ok: true, value: { id: 'help-1', state: 'taken' } };
const CLOSED: Result<HelpCall> = { ok: true, value: { id: 'help-1', state: 'closed' } };
const away: { ok: false; error: Failure } = { ok: false, error: { code: 'API_UNREACHABLE' } };

test('however often it is touched, one call goes out, with the name of the screen and nothing else', async () => {
  const { desk, made, shown } = open();

  desk.call('payments');
  desk.call('payments');
  await settled();
  desk.call('home');
  await settled();

  expect(made).toEqual([{ screen: 'payments', idempotencyKey: 'key-1' }]);
  expect(shown).toEqual(['calling', 'waiting']);
});

test('the person sees that somebody is on the way, and that it is over', async () => {
  const { desk, pass, shown, answers } = open();
  desk.call('home');
  await settled();

  await pass();
  answers.look = TAKEN;
  await pass();
  answers.look = away;
  await pass();
  answers.look = CLOSED;
  await pass();

  expect(shown).toEqual(['calling', 'waiting', 'taken', 'none']);
});

test('a call that did not go through is told, and the next try is the same call', async () => {
  const { desk, made, answers } = open();
  answers.create = away;
  desk.call('signIn');
  await settled();
  const told = desk.read();
  answers.create = WAITING;

  desk.call('signIn');
  await settled();

  expect(told).toEqual({ name: 'failed', error: { code: 'API_UNREACHABLE' } });
  expect(made.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key-1', 'key-1']);
  expect(desk.read()).toEqual({ name: 'waiting' });
});

test('called off, or left behind, nobody need come any more', async () => {
  const { desk, deleted } = open();
  desk.call('home');
  await settled();

  desk.forget();
  await settled();

  expect(deleted).toEqual(['help-1']);
  expect(desk.read()).toEqual({ name: 'none' });
});

test('a person who leaves while the call is on its way is not called for, and the next one begins anew', async () => {
  const { desk, deleted, made, shown } = open();

  desk.call('home');
  desk.forget();
  desk.call('signIn');
  await settled();

  expect(deleted).toEqual(['help-1']);
  expect(made.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['key-1', 'key-2']);
  expect(shown).toEqual(['calling', 'none', 'calling', 'waiting']);
});

function open() {
  const made: { screen: string; idempotencyKey: string }[] = [];
  const deleted: string[] = [];
  const shown: Shown['name'][] = [];
  const answers = { create: WAITING, look: WAITING } as { create: Result<HelpCall>; look: Result<HelpCall> };
  let keys = 0;
  let pending = () => {};
  const api: HelpCallApi = {
    async createHelpCall(call) {
      made.push(call);
      return answers.create;
    },
    readHelpCall: async () => answers.look,
    async deleteHelpCall({ helpCallId }) {
      deleted.push(helpCallId);
      return { ok: true, value: undefined };
    },
  };
  const desk = createHelpDesk({
    api,
    onChange: ({ name }) => shown.push(name),
    after(_seconds, work) {
      pending = work;
      return () => {
        pending = () => {};
      };
    },
    log: silentLog,
    newId: () => `key-${++keys}`,
  });
  return {
    ...{ desk, made, deleted, shown, answers },
    async pass() {
      pending();
      await settled();
    },
  };
}

/** Every answer of the stand-in is there within a turn of the loop. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
