import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Failure, Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import { createSealing } from '../secrets/sealing.ts';
import { openStore, type Store } from '../store/store.ts';
import { createSignInThrottle, type SignInThrottle } from './sign-in-throttle.ts';

const MINUTE = 60;
const HOUR = 3_600;
const YEAR = 31_536_000;

const wrong: Result<string> = { ok: false, error: { code: 'CREDENTIALS_INVALID' } };
const right: Result<string> = { ok: true, value: 'signed in' };

let folder: string;
let file: string;
let store: Store;
let throttle: SignInThrottle;
let nowSeconds: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throttle-'));
  file = join(folder, 'kiosk.sqlite');
  nowSeconds = Date.UTC(2026, 2, 14) / 1_000;
  start();
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('an account', () => {
  test('can be tried five times in a row, then waits longer after each failure', async () => {
    const waits: number[] = [];
    for (let failure = 1; failure <= 12; failure++) {
      await tryAs('a@exemple.fr', wrong);
      const wait = await waitOf('a@exemple.fr');
      waits.push(wait);
      nowSeconds += wait;
    }

    expect(waits.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(waits.slice(4)).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  });

  test('is let in as soon as the time is over, not a second before', async () => {
    await failTimes(5, 'a@exemple.fr');

    nowSeconds += 29;
    const before = await tryAs('a@exemple.fr', right);
    nowSeconds += 1;
    const after = await tryAs('a@exemple.fr', right);

    expect(before).toEqual(delayedBy(1));
    expect(after).toEqual(right);
  });

  test('starts afresh once it has signed in', async () => {
    await failTimes(4, 'a@exemple.fr');
    await tryAs('a@exemple.fr', right);
    nowSeconds += HOUR;

    expect(await failTimes(4, 'a@exemple.fr')).toEqual([wrong, wrong, wrong, wrong]);
    expect(await waitOf('a@exemple.fr')).toBe(0);
  });

  test('is the same account however its e-mail is written', async () => {
    const spellings = [
      'René@Exemple.fr',
      ' rené@exemple.FR',
      'rene\u0301@exemple.fr',
      'ＲＥＮÉ@exemple.fr',
      're\u200Bné@exemple.fr',
    ];
    for (const spelling of spellings) await tryAs(spelling, wrong);

    expect(await waitOf('rené@exemple.fr')).toBe(30);
  });

  test('is forgiven one failure for each quiet quarter of an hour', async () => {
    await failTimes(4, 'a@exemple.fr');

    nowSeconds += 15 * MINUTE;
    await tryAs('a@exemple.fr', wrong);
    const afterFour = await waitOf('a@exemple.fr');
    await tryAs('a@exemple.fr', wrong);

    expect(afterFour).toBe(0);
    expect(await waitOf('a@exemple.fr')).toBe(30);
  });

  test('allows a patient guesser no more than a hundred guesses a day', async () => {
    const end = nowSeconds + 24 * HOUR;
    let guesses = 0;
    while (nowSeconds < end) {
      const wait = await waitOf('a@exemple.fr');
      nowSeconds += wait;
      if (wait > 0) continue;
      await tryAs('a@exemple.fr', wrong);
      guesses += 1;
    }

    expect(guesses).toBeLessThan(110);
  });
});

describe('the kiosk', () => {
  test('waits after five failures of whomever, for whomever', async () => {
    for (let person = 1; person <= 5; person++) await tryAs(`p${person}@exemple.fr`, wrong);

    expect(await waitOf('somebody-else@exemple.fr')).toBe(10);
  });

  test('never waits longer than five minutes', async () => {
    const waits: number[] = [];
    for (let person = 1; person <= 12; person++) {
      await tryAs(`p${person}@exemple.fr`, wrong);
      const wait = await waitOf('somebody-else@exemple.fr');
      waits.push(wait);
      nowSeconds += wait;
    }

    expect(Math.max(...waits)).toBe(300);
    expect(waits.slice(4, 8)).toEqual([10, 20, 40, 80]);
  });

  test('is not cleared by somebody who can sign in', async () => {
    for (let person = 1; person <= 4; person++) await tryAs(`p${person}@exemple.fr`, wrong);
    await tryAs('own@exemple.fr', right);

    await tryAs('p5@exemple.fr', wrong);

    expect(await waitOf('somebody-else@exemple.fr')).toBe(10);
  });

  test('does not make a busy hall wait: an occasional mistake every few minutes is forgiven', async () => {
    const waits: number[] = [];
    for (let person = 1; person <= 60; person++) {
      nowSeconds += 4 * MINUTE;
      await tryAs(`p${person}@exemple.fr`, wrong);
      waits.push(await waitOf('next@exemple.fr'));
    }

    expect(Math.max(...waits)).toBe(0);
  });
});

describe('the API', () => {
  test('is not asked while a delay stands', async () => {
    await failTimes(5, 'a@exemple.fr');
    const ask = vi.fn(async () => right);

    await throttle.guard('a@exemple.fr', ask);

    expect(ask).not.toHaveBeenCalled();
  });

  test('decides when it asks for more than we would', async () => {
    const answer = await tryAs('a@exemple.fr', delayedBy(600));

    expect(answer).toEqual(delayedBy(600));
    expect(await waitOf('a@exemple.fr')).toBe(600);
    expect(await waitOf('somebody-else@exemple.fr')).toBe(0);
  });

  test('that cannot be reached has not judged the password: nothing is counted', async () => {
    const codes: Failure['code'][] = [
      'API_UNREACHABLE',
      'API_TIMEOUT',
      'API_BROKEN_ANSWER',
      'KIOSK_NOT_RECOGNISED',
    ];
    for (const code of [...codes, ...codes]) await tryAs('a@exemple.fr', { ok: false, error: { code } });

    expect(await failTimes(4, 'a@exemple.fr')).toEqual([wrong, wrong, wrong, wrong]);
    expect(await waitOf('a@exemple.fr')).toBe(0);
  });

  test('is asked once when two tries come at once', async () => {
    const first = Promise.withResolvers<Result<string>>();
    const asked = throttle.guard('a@exemple.fr', () => first.promise);

    const second = await tryAs('a@exemple.fr', right);
    first.resolve(right);

    expect(second).toEqual(delayedBy(1));
    expect(await asked).toEqual(right);
    expect(await tryAs('a@exemple.fr', right)).toEqual(right);
  });
});

describe('pulling the plug', () => {
  test('does not clear what was counted', async () => {
    await failTimes(5, 'a@exemple.fr');

    restart();

    expect(await waitOf('a@exemple.fr')).toBe(30);
  });

  test('between the question and the answer counts as a failure', async () => {
    for (let tries = 1; tries <= 5; tries++) {
      void throttle.guard('a@exemple.fr', () => new Promise<Result<string>>(() => undefined));
      restart();
    }

    expect(await waitOf('a@exemple.fr')).toBe(30);
  });
});

describe('a clock that is put', () => {
  test('back by a year neither opens the lock nor keeps it for a year', async () => {
    await failTimes(5, 'a@exemple.fr');

    nowSeconds -= YEAR;
    const atOnce = await waitOf('a@exemple.fr');
    nowSeconds += 20;
    const soon = await waitOf('a@exemple.fr');
    nowSeconds += 10;

    expect([atOnce, soon]).toEqual([30, 10]);
    expect(await tryAs('a@exemple.fr', right)).toEqual(right);
  });

  test('forward by a year and back again does not lock for a year', async () => {
    nowSeconds += YEAR;
    await failTimes(5, 'a@exemple.fr');

    nowSeconds -= YEAR;

    expect(await waitOf('a@exemple.fr')).toBe(30);
  });

  test('anywhere, at any time, never locks for longer than the longest delay', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ jump: fc.integer({ min: -YEAR, max: YEAR }), isWrong: fc.boolean() }), {
          maxLength: 15,
        }),
        async (moves) => {
          for (const { jump, isWrong } of moves) {
            nowSeconds += jump;
            if (isWrong) await tryAs('a@exemple.fr', wrong);

            expect(await waitOf('a@exemple.fr')).toBeLessThanOrEqual(900);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

test('no e-mail can be found on disk', async () => {
  await tryAs('dupont@exemple.fr', wrong);
  store.close();

  expect(readFileSync(file, 'latin1')).not.toMatch(/dupont|exemple/i);
  start();
});

test('when nothing can be counted, nothing is asked', async () => {
  const unavailable = { ok: false, error: { code: 'STORE_UNAVAILABLE' } } as const;
  const ask = vi.fn(async () => right);
  const onFullDisk = createSignInThrottle({
    tries: { ...store.signInTries, write: () => unavailable },
    sealing: createSealing(Buffer.alloc(32, 1)),
    log: silentLog,
  });

  expect(await onFullDisk.guard('a@exemple.fr', ask)).toEqual(unavailable);
  expect(ask).not.toHaveBeenCalled();
});

function start(): void {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  store = opened.store;
  throttle = createSignInThrottle({
    tries: store.signInTries,
    sealing: createSealing(Buffer.alloc(32, 1)),
    log: silentLog,
    now: () => nowSeconds * 1_000,
  });
}

function restart(): void {
  store.close();
  start();
}

function tryAs(email: string, answer: Result<string>): Promise<Result<string>> {
  return throttle.guard(email, async () => answer);
}

async function failTimes(times: number, email: string): Promise<Result<string>[]> {
  const answers: Result<string>[] = [];
  for (let tries = 0; tries < times; tries++) answers.push(await tryAs(email, wrong));
  return answers;
}

/** Seconds that this account would have to wait, asked in a way that counts for nothing. */
async function waitOf(email: string): Promise<number> {
  const answer = await tryAs(email, { ok: false, error: { code: 'API_UNREACHABLE' } });
  return !answer.ok && answer.error.code === 'SIGN_IN_DELAYED' ? (answer.error.retryAfterSeconds ?? 0) : 0;
}

function delayedBy(retryAfterSeconds: number): Result<string> {
  return { ok: false, error: { code: 'SIGN_IN_DELAYED', retryAfterSeconds } };
}
