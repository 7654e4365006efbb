import { describe, expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import { triesInMemory } from '../session/testing/tries-in-memory.ts';
import type { Account, RentNotice } from '../tenant-api/tenant-api.ts';
import { createGuessThrottle } from './guess-throttle.ts';
import { createRentNotices } from './rent-notices.ts';

const REFERENCE = '00447320180736';
const CODE = 'EKI100447320180736000000277468';
/** With right check digits, and nobody's. */
const UNKNOWN = '00000000000098';

test('what was scanned becomes an amount and a masked name, and the account stays in main', async () => {
  const { notices } = arrange();

  expect(await notices.read(CODE)).toEqual({
    ok: true,
    value: { reference: REFERENCE, amountCents: 2_774, maskedName: 'Mme M•••••' },
  });
  expect(await notices.readAgain(REFERENCE)).toEqual({ ok: true, value: NOTICE });
});

test('a code with a wrong digit is refused before the central API hears of it', async () => {
  const { notices, readRentNotice } = arrange();

  const answer = await notices.read(CODE.replace('4473', '4474'));

  expect(answer).toEqual({ ok: false, error: { code: 'RENT_NOTICE_CODE_WRONG' } });
  expect(readRentNotice).not.toHaveBeenCalled();
});

test('nothing can be paid of a notice that this person has not read', async () => {
  const { notices, readRentNotice } = arrange();

  expect(codeOf(await notices.readAgain(REFERENCE))).toBe('RENT_NOTICE_UNKNOWN');
  expect(readRentNotice).not.toHaveBeenCalled();
});

test.each<[string, string[], Result<{ accountId: string }>]>([
  ['their own', ['account-other', 'account-004473'], { ok: true, value: { accountId: 'account-004473' } }],
  ['somebody else’s', ['account-other'], { ok: false, error: { code: 'RENT_NOTICE_OF_ANOTHER' } }],
])('somebody signed in who scans %s notice is told that, and nothing else of it', async (_, own, told) => {
  const { notices } = arrange();
  const accounts = own.map((id) => ({ id }) as Account);

  const answer = await notices.findOwn(CODE, { listAccounts: async () => ({ ok: true, value: accounts }) });

  expect(answer).toEqual(told);
  expect(codeOf(await notices.readAgain(REFERENCE))).toBe('RENT_NOTICE_UNKNOWN');
});

test('a notice that nobody has is unknown, and nothing is known of it', async () => {
  const { notices } = arrange();

  expect(await notices.read(UNKNOWN)).toEqual({ ok: false, error: { code: 'RENT_NOTICE_UNKNOWN' } });
  expect(codeOf(await notices.readAgain(UNKNOWN))).toBe('RENT_NOTICE_UNKNOWN');
});

test('when the person leaves, the notice is forgotten', async () => {
  const { notices } = arrange();
  await notices.read(CODE);

  notices.forget();

  expect(codeOf(await notices.readAgain(REFERENCE))).toBe('RENT_NOTICE_UNKNOWN');
});

test('an answer that comes after the person has left is not for the next one', async () => {
  const answered = Promise.withResolvers<Result<RentNotice>>();
  const { notices } = arrange({ readRentNotice: () => answered.promise });

  const asked = notices.read(CODE);
  notices.forget();
  answered.resolve({ ok: true, value: NOTICE });

  expect(await asked).toEqual({ ok: false, error: { code: 'SESSION_OVER' } });
  expect(codeOf(await notices.readAgain(REFERENCE))).toBe('RENT_NOTICE_UNKNOWN');
});

describe('while the line is cut', () => {
  const AWAY = { readRentNotice: async () => ({ ok: false, error: { code: 'API_UNREACHABLE' } }) as const };
  const AS_PRINTED = { reference: REFERENCE, amountCents: 2_774, maskedName: null };

  test('a whole code says what is printed on the notice, where that may be paid', async () => {
    const { notices } = arrange({ ...AWAY, offlineMaximumCents: 2_774 });

    expect(await notices.read(CODE)).toEqual({ ok: true, value: AS_PRINTED });
    expect(await notices.readAgain(REFERENCE)).toEqual({
      ok: true,
      value: { accountId: null, maskedName: null, dueCents: 2_774 },
    });
  });

  test('nobody waits for what is known already', async () => {
    const { notices, readRentNotice } = arrange({ offlineMaximumCents: 100_000, isOffline: () => true });

    expect(await notices.read(CODE)).toEqual({ ok: true, value: AS_PRINTED });
    expect(readRentNotice).not.toHaveBeenCalled();
  });

  test('a reference alone does not say it: the code is asked for', async () => {
    const { notices } = arrange({ ...AWAY, offlineMaximumCents: 100_000 });

    expect(codeOf(await notices.read(REFERENCE))).toBe('RENT_NOTICE_CODE_NEEDED');
    expect(codeOf(await notices.readAgain(REFERENCE))).toBe('RENT_NOTICE_UNKNOWN');
  });

  test.each([
    ['more than the configuration allows', { offlineMaximumCents: 2_773 }],
    ['anything, where it allows nothing', {}],
  ])('%s is not paid', async (_, limits) => {
    const { notices } = arrange({ ...AWAY, ...limits });

    expect(codeOf(await notices.read(CODE))).toBe('API_UNREACHABLE');
    expect(codeOf(await notices.readAgain(REFERENCE))).toBe('RENT_NOTICE_UNKNOWN');
  });

  test('what the landlord refuses is no cut line', async () => {
    const { notices } = arrange({
      readRentNotice: async () => ({ ok: false, error: { code: 'RENT_NOTICE_UNKNOWN' } }),
      offlineMaximumCents: 100_000,
    });

    expect(codeOf(await notices.read(CODE))).toBe('RENT_NOTICE_UNKNOWN');
  });

  test('a notice that was read before is paid as it is printed', async () => {
    const answers = [NOTICE, null];
    const { notices } = arrange({
      readRentNotice: async () => {
        const value = answers.shift();
        return value ? { ok: true, value } : { ok: false, error: { code: 'API_TIMEOUT' } };
      },
      offlineMaximumCents: 100_000,
    });
    await notices.read(CODE);

    expect(await notices.readAgain(REFERENCE)).toMatchObject({ ok: true, value: { accountId: null } });
  });

  test('nobody can say whose it is', async () => {
    const { notices } = arrange({ ...AWAY, offlineMaximumCents: 100_000 });

    const answer = await notices.findOwn(CODE, { listAccounts: async () => ({ ok: true, value: [] }) });

    expect(codeOf(answer)).toBe('API_UNREACHABLE');
  });
});

describe('leafing through notices', () => {
  test('is slowed down, whether there are such notices or not', async () => {
    const { notices, readRentNotice } = arrange();

    const answers = await inTurn(references(12), notices.read);

    expect(answers.map(codeOf).slice(0, 10)).not.toContain('RENT_NOTICE_DELAYED');
    expect(answers.map(codeOf).slice(10)).toEqual(['RENT_NOTICE_DELAYED', 'RENT_NOTICE_DELAYED']);
    expect(readRentNotice).toHaveBeenCalledTimes(10);
  });

  test('says how long to wait, and goes on after that', async () => {
    const { notices, clock } = arrange();
    const answers = await inTurn(references(11), notices.read);

    expect(answers.at(-1)).toEqual({
      ok: false,
      error: { code: 'RENT_NOTICE_DELAYED', retryAfterSeconds: 15 },
    });
    clock.now += 15_000;
    expect(codeOf(await notices.read(REFERENCE))).toBeNull();
  });

  test('is forgiven one by one with time', async () => {
    const { notices, clock } = arrange();
    await inTurn(references(9), notices.read);

    clock.now += 20 * 60_000;

    const answers = await inTurn(references(9), notices.read);
    expect(answers.map(codeOf)).not.toContain('RENT_NOTICE_DELAYED');
  });

  test('does not begin anew for the next person', async () => {
    const { notices } = arrange();
    await inTurn(references(10), notices.read);

    notices.forget();

    expect(codeOf(await notices.read(REFERENCE))).toBe('RENT_NOTICE_DELAYED');
  });

  test('is not what somebody does who looks at their own notice again', async () => {
    const { notices } = arrange();

    const answers = await inTurn(
      Array.from({ length: 20 }, () => CODE),
      notices.read,
    );

    expect(answers.map(codeOf)).toEqual(answers.map(() => null));
  });

  test('is not what somebody does whom the central API did not answer', async () => {
    const { notices } = arrange({
      readRentNotice: async () => ({ ok: false, error: { code: 'API_UNREACHABLE' } }),
    });

    const answers = await inTurn(references(15), notices.read);

    expect(new Set(answers.map(codeOf))).toEqual(new Set(['API_UNREACHABLE']));
  });

  test('two at a time are not possible', async () => {
    const { notices } = arrange();

    const [first, second] = await Promise.all([notices.read(CODE), notices.read(UNKNOWN)]);

    expect(codeOf(first)).toBeNull();
    expect(codeOf(second)).toBe('RENT_NOTICE_DELAYED');
  });

  test('is not possible when it cannot be counted', async () => {
    const { notices, readRentNotice, tries } = arrange();
    tries.write = () => ({ ok: false, error: { code: 'STORE_UNAVAILABLE' } });

    expect(codeOf(await notices.read(CODE))).toBe('STORE_UNAVAILABLE');
    expect(readRentNotice).not.toHaveBeenCalled();
  });
});

const NOTICE: RentNotice = {
  reference: REFERENCE,
  accountId: 'account-004473',
  dueCents: 2_774,
  maskedName: 'Mme M•••••',
};

function arrange({
  readRentNotice: answer = known,
  ...line
}: {
  readRentNotice?: (reference: string) => Promise<Result<RentNotice>>;
  offlineMaximumCents?: number;
  isOffline?: () => boolean;
} = {}) {
  const readRentNotice = vi.fn(answer);
  const clock = { now: Date.UTC(2018, 6, 11) };
  const tries = triesInMemory();
  const throttle = createGuessThrottle({ tries, log: silentLog, now: () => clock.now });
  const notices = createRentNotices({ api: { readRentNotice }, throttle, ...line });
  return { notices, readRentNotice, clock, tries };
}

async function known(reference: string): Promise<Result<RentNotice>> {
  if (reference === REFERENCE) return { ok: true, value: NOTICE };
  return { ok: false, error: { code: 'RENT_NOTICE_UNKNOWN' } };
}

/** Each with right check digits, by ISO 7064. */
function references(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const digits = String(500_000 + index).padStart(12, '0');
    return digits + String(98 - ((Number(digits) * 100) % 97)).padStart(2, '0');
  });
}

async function inTurn<Value>(
  codes: readonly string[],
  ask: (code: string) => Promise<Value>,
): Promise<Value[]> {
  const answers: Value[] = [];
  for (const code of codes) answers.push(await ask(code));
  return answers;
}

function codeOf(answer: Result<unknown>): string | null {
  return answer.ok ? null : answer.error.code;
}
