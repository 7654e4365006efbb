import { expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import { triesInMemory } from '../session/testing/tries-in-memory.ts';
import type { JoiningApi } from '../tenant-api/joining-api.ts';
import { createResetTries } from './joining-throttles.ts';
import { createPasswordResets } from './password-resets.ts';

const TENANT = { displayName: 'Mme Jeanne Martin', number: '0104473', maskedEmail: 'j•••@exemple.fr' };
const EMAIL = 'jeanne.martin@exemple.fr';

test('a right code lets one choose another password, and signs in', async () => {
  const { resets, api } = arrange();

  const begun = await resets.begin(EMAIL, 'fr');
  const proven = await resets.prove('123456');
  const chosen = await resets.choose('quatre mots bien longs');

  expect(begun).toEqual({ ok: true, value: { secondsLeft: 900, againAfterSeconds: 60 } });
  expect(proven).toEqual({ ok: true, value: {} });
  expect(chosen).toEqual({ ok: true, value: TENANT });
  expect(api.proveReset.mock.calls[0]?.slice(0, 2)).toEqual(['reset-1', '123456']);
});

test('what the telephone did is told, once as news', async () => {
  const { resets, api } = arrange();
  await resets.begin(EMAIL, 'fr');
  api.readPasswordReset.mockResolvedValue({ ok: true, value: { phase: 'changed', secondsLeft: 800 } });

  const answers = [await resets.follow(), await resets.follow()];

  expect(answers).toEqual([
    { ok: true, value: { phase: 'changed', secondsLeft: 800, isNews: true } },
    { ok: true, value: { phase: 'changed', secondsLeft: 800, isNews: false } },
  ]);
});

test('guessing codes is slowed down, and asking for e-mails on and on, too', async () => {
  const { resets, api } = arrange();
  api.proveReset.mockResolvedValue(failed('RESET_CODE_WRONG'));
  await resets.begin(EMAIL, 'fr');

  for (let tries = 0; tries < 7; tries++) await resets.prove('000000');

  expect(await resets.prove('000001')).toMatchObject(failed('RESET_DELAYED'));
  expect(await resets.begin('odile.petit@exemple.fr', 'fr')).toMatchObject(failed('RESET_DELAYED'));
  expect(api.proveReset).toHaveBeenCalledTimes(7);
});

test('when the person leaves, their reset is forgotten', async () => {
  const { resets } = arrange();
  await resets.begin(EMAIL, 'fr');

  resets.forget();

  for (const answer of [
    await resets.follow(),
    await resets.prove('123456'),
    await resets.choose('a'.repeat(12)),
  ]) {
    expect(answer).toEqual(failed('RESET_OVER'));
  }
});

function failed(code: ErrorCode) {
  return { ok: false as const, error: { code } };
}

function arrange() {
  const api = {
    beginPasswordReset: vi.fn<JoiningApi['beginPasswordReset']>(async () => ({
      ok: true,
      value: { id: 'reset-1', secondsLeft: 900, againAfterSeconds: 60 },
    })),
    readPasswordReset: vi.fn<JoiningApi['readPasswordReset']>(async () => ({
      ok: true,
      value: { phase: 'waiting', secondsLeft: 900 },
    })),
    proveReset: vi.fn<JoiningApi['proveReset']>(async () => ({ ok: true, value: undefined })),
    choosePassword: vi.fn<JoiningApi['choosePassword']>(),
  };
  const now = () => Date.UTC(2018, 6, 11);
  const needs = { tries: triesInMemory(), sealing: { fingerprint: String }, log: silentLog, now };
  const resets = createPasswordResets({
    api: api as unknown as JoiningApi,
    tries: createResetTries(needs),
    visits: { enter: async () => ({ ok: true, value: TENANT }) },
    log: silentLog,
  });
  return { resets, api };
}
