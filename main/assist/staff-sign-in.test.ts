import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import { createSealing } from '../secrets/sealing.ts';
import { createMemoryTries } from '../staff/memory-tries.ts';
import type { StaffVerifiersRepository } from '../store/staff-verifiers-repository.ts';
import type { StaffApi } from '../tenant-api/tenant-api.ts';
import type { StaffCredentials, StaffSignIn } from './staff-member.ts';
import { createStaffSignIn } from './staff-sign-in.ts';
import { createPinThrottle } from './staff-throttle.ts';

const DAY_MS = 86_400_000;
const CLAIRE = { id: 'staff-claire', displayName: 'Claire D.', role: 'adviser', tenantNumbers: [] } as const;
const BADGE: StaffCredentials = { badgeNumber: '0004211337', pin: '2580' };
const refused = { ok: false, error: { code: 'STAFF_PIN_REFUSED' } } as const;
const unknown = { ok: false, error: { code: 'STAFF_UNKNOWN_OFFLINE' } } as const;

let now: number;
let disk: Map<string, Uint8Array>;
let line: 'there' | ErrorCode;
let pinThere: string;
let signIn: ReturnType<typeof vi.fn<StaffApi['signIn']>>;
let staff: StaffSignIn;

beforeEach(() => {
  now = Date.parse('2026-11-23T08:00:00Z');
  disk = new Map();
  line = 'there';
  pinThere = '2580';
  signIn = vi.fn<StaffApi['signIn']>(async ({ badgeNumber, pin }) => {
    if (line !== 'there') return { ok: false, error: { code: line } };
    if (badgeNumber !== '0004211337' || pin !== pinThere) return refused;
    return {
      ok: true,
      value: {
        id: 's-1',
        token: 'token-of-claire',
        expiresAt: new Date(now + 8 * 3_600_000).toISOString(),
        verifierValidUntil: new Date(now + 7 * DAY_MS).toISOString(),
        staffMember: { ...CLAIRE, tenantNumbers: [] },
      },
    };
  });
  const sealing = createSealing(Buffer.alloc(32, 7));
  const tries = new Map();
  const memory = createMemoryTries(() => now);
  staff = createStaffSignIn({
    api: { signIn, signOut: async () => ({ ok: true, value: undefined }) },
    throttle: createPinThrottle({
      tries: {
        ...memory,
        read: (subject) => ({ ok: true, value: tries.get(subject) ?? null }),
        write(changes) {
          for (const [subject, told] of changes) tries.set(subject, told);
          return { ok: true, value: undefined };
        },
      },
      sealing,
      log: silentLog,
      now: () => now,
    }),
    verifiers: onDisk(),
    sealing,
    // What a try costs is told in staff/staff-codes.test.ts; here it is who gets in.
    pins: { hash: async (pin) => `slow ${pin}`, fits: async (pin, hash) => hash === `slow ${pin}` },
    log: silentLog,
    now: () => now,
  });
});

describe('while the line is there', () => {
  test('badge and PIN say who it is, and give what one signs out with', async () => {
    expect(await staff.signIn(BADGE)).toEqual({
      ok: true,
      value: {
        member: CLAIRE,
        session: { sessionId: 's-1', token: 'token-of-claire', expiresAt: '2026-11-23T16:00:00.000Z' },
      },
    });
  });

  test.each<[string, StaffCredentials]>([
    ['a wrong PIN', { ...BADGE, pin: '2581' }],
    ['an unknown badge', { badgeNumber: '0004211399', pin: '2580' }],
    ['an unknown name', { userName: 'nobody.here', pin: '2580' }],
  ])('%s is refused like any other', async (_what, shown) => {
    expect(await staff.signIn(shown)).toEqual(refused);
  });

  test('a stolen badge: from the third wrong PIN on each try waits longer, and the API is not asked', async () => {
    expect(await guessUntilDelayed()).toBe(30);
    const asked = signIn.mock.calls.length;
    expect(await staff.signIn(BADGE).then(orDelay)).toBe(30);
    expect(signIn).toHaveBeenCalledTimes(asked);
  });

  test('whoever tries one badge after the other makes the kiosk wait', async () => {
    for (let badge = 0; badge < 6; badge += 1) {
      await staff.signIn({ badgeNumber: `000000000${badge}`, pin: '0000' });
    }

    expect(await staff.signIn(BADGE).then(orDelay)).toBe(15);
  });
});

describe('while the line is cut', () => {
  beforeEach(() => {
    pinThere = '2580';
  });

  test('whoever was never here is unknown', async () => {
    line = 'API_UNREACHABLE';

    expect(await staff.signIn(BADGE)).toEqual(unknown);
  });

  test.each<ErrorCode>(['API_UNREACHABLE', 'API_TIMEOUT', 'API_BROKEN_ANSWER'])(
    'whoever signed in here before is let in: %s',
    async (code) => {
      await staff.signIn(BADGE);
      line = code;

      expect(await staff.signIn(BADGE)).toEqual({ ok: true, value: { member: CLAIRE, session: null } });
    },
  );

  test('a wrong PIN is refused, and counts', async () => {
    await staff.signIn(BADGE);
    line = 'API_UNREACHABLE';

    expect(await staff.signIn({ ...BADGE, pin: '0000' })).toEqual(refused);
    expect(await guessUntilDelayed()).toBe(30);
  });

  test('nobody is let in after seven days, nor by a clock that is put back afterwards', async () => {
    await staff.signIn(BADGE);
    line = 'API_UNREACHABLE';
    now += 7 * DAY_MS;
    const late = await staff.signIn(BADGE);
    now -= 7 * DAY_MS;

    expect([late, await staff.signIn(BADGE)]).toEqual([unknown, unknown]);
  });

  test('a clock that was put back makes nothing good for longer', async () => {
    await staff.signIn(BADGE);
    line = 'API_UNREACHABLE';
    now -= 1;

    expect(await staff.signIn(BADGE)).toEqual(unknown);
  });

  test('a PIN that was changed there is good no more', async () => {
    await staff.signIn(BADGE);
    pinThere = '1111';
    await staff.signIn(BADGE);
    line = 'API_UNREACHABLE';

    expect(await staff.signIn(BADGE)).toEqual(unknown);
  });

  test('somebody who does not know the PIN makes nobody unknown', async () => {
    await staff.signIn(BADGE);
    await staff.signIn({ ...BADGE, pin: '0000' });
    line = 'API_UNREACHABLE';

    expect(await staff.signIn(BADGE)).toMatchObject({ ok: true });
  });

  test('what is kept says neither badge nor PIN nor name to whoever reads the disk', async () => {
    await staff.signIn(BADGE);

    const bytes = [...disk]
      .map(([subject, sealed]) => subject + Buffer.from(sealed).toString('latin1'))
      .join();
    for (const word of ['0004211337', '2580', 'Claire', 'claire']) expect(bytes).not.toContain(word);
  });

  test('what was kept for one badge opens nothing for another', async () => {
    await staff.signIn(BADGE);
    const [sealed] = disk.values();
    const other = { badgeNumber: '0004211338', pin: '2580' };
    const subject = createSealing(Buffer.alloc(32, 7)).fingerprint('staff-verifier', 'badge:0004211338');
    disk.set(subject, sealed ?? new Uint8Array());
    line = 'API_UNREACHABLE';

    expect(await staff.signIn(other)).toEqual(unknown);
  });
});

async function guessUntilDelayed(): Promise<number | undefined> {
  for (let tries = 0; tries < 5; tries += 1) {
    const wait = await staff.signIn({ ...BADGE, pin: `500${tries}` }).then(orDelay);
    if (wait !== undefined) return wait;
  }
  return undefined;
}

function orDelay(answer: Result<unknown>): number | undefined {
  return answer.ok || answer.error.code !== 'STAFF_PIN_DELAYED' ? undefined : answer.error.retryAfterSeconds;
}

function onDisk(): StaffVerifiersRepository {
  return {
    read: (subject) => ({ ok: true, value: disk.get(subject) ?? null }),
    write(subject, sealed) {
      disk.set(subject, sealed);
      return { ok: true, value: undefined };
    },
    remove(subject) {
      disk.delete(subject);
      return { ok: true, value: undefined };
    },
  };
}
