/** A kiosk's keys against the landlord's API: enrolled, renewed, revoked, and never without one that is good. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createEnrolmentDesk } from '../../main/enrolment/enrolment.ts';
import { createRotation } from '../../main/enrolment/rotation.ts';
import { silentLog } from '../../main/log/log.ts';
import type { Keyring } from '../../main/secrets/keyring.ts';
import { createKioskCredentials } from '../../main/secrets/kiosk-credentials.ts';
import { createMemoryKeyring } from '../../main/secrets/memory-keyring.ts';
import { createSealing } from '../../main/secrets/sealing.ts';
import { openStore } from '../../main/store/store.ts';
import { createOutbox } from '../../main/sync/outbox.ts';
import { createEnrolmentApi } from '../../main/tenant-api/enrolment-api.ts';
import { signersOf } from '../../main/tenant-api/kiosk-signer.ts';
import { createTenantApi, type TenantApi as TenantApiClient } from '../../main/tenant-api/tenant-api.ts';
import {
  keyringEntryOf,
  ONE_TIME_CODE,
  ONE_TIME_CODE_LIFE_SECONDS,
} from '../sandbox/tenant-api/kiosk-register.ts';
import { startTenantApi, type TenantApi } from '../sandbox/tenant-api/tenant-api.ts';
import { PASSWORD } from '../sandbox/tenant-api/tenants/all-tenants.ts';

const DAY_MS = 86_400_000;
const STAFF = 'anne';

let landlord: TenantApi;

beforeAll(async () => {
  landlord = await startTenantApi({ today: '2018-07-12' });
});

afterEach(() => landlord.reset());

afterAll(() => landlord.stop());

describe('a fresh machine', () => {
  test('is enrolled by its code, and recognised from then on', async () => {
    const keyring = createMemoryKeyring();
    const before = await isRecognised(keyring);

    const enrolled = await deskAt(keyring).enrol(ONE_TIME_CODE, STAFF);

    expect(before).toBe(false);
    expect(enrolled).toMatchObject({
      ok: true,
      value: { kioskId: 'sandbox-1', credential: { name: 'Borne sandbox-1, direction-centre' } },
    });
    expect(await isRecognised(keyring)).toBe(true);
    expect(statesThere()).toEqual(['void', 'used']);
  });

  test.each([
    ['another code', () => '999988887777', 'ENROLMENT_CODE_UNKNOWN'],
    ['a code from the day before', tooLate, 'ENROLMENT_CODE_EXPIRED'],
    ['a code that another machine used', usedElsewhere, 'ENROLMENT_CODE_USED'],
  ])('is not enrolled by %s, and keeps nothing', async (_what, codeOf, code) => {
    const keyring = createMemoryKeyring();

    const refused = await deskAt(keyring).enrol(await codeOf(), STAFF);

    expect(refused).toEqual({ ok: false, error: { code } });
    expect(await keyring.read('kiosk-credential')).toEqual({ ok: true, value: null });
  });

  test('waits after too many wrong codes', async () => {
    const desk = deskAt(createMemoryKeyring());
    for (let tries = 0; tries < 5; tries += 1) await desk.enrol('999988887777', STAFF);

    const delayed = await desk.enrol(ONE_TIME_CODE, STAFF);

    expect(delayed).toMatchObject({ error: { code: 'ENROLMENT_DELAYED', retryAfterSeconds: 30 } });
  });

  test('hears the answer that was lost, for the same code', async () => {
    const keyring = createMemoryKeyring();
    const desk = deskAt(keyring);
    landlord.faults.set('createKioskEnrolment', {
      effect: { kind: 'cut', moment: 'beforeAnswer' },
      times: 2,
    });

    const lost = await desk.enrol(ONE_TIME_CODE, STAFF);
    const heard = await desk.enrol(ONE_TIME_CODE, STAFF);

    expect(lost).toEqual({ ok: false, error: { code: 'API_UNREACHABLE' } });
    expect(heard.ok).toBe(true);
    expect(await isRecognised(keyring)).toBe(true);
  });

  test('whose keyring was locked at that moment is enrolled by the same code, once it is open', async () => {
    const memory = createMemoryKeyring();
    let isLocked = true;
    const locked = { ok: false, error: { code: 'KEYRING_UNAVAILABLE' } } as const;
    const keyring: Keyring = {
      ...memory,
      write: async (account, secret) => (isLocked ? locked : memory.write(account, secret)),
    };
    const desk = deskAt(keyring);

    const first = await desk.enrol(ONE_TIME_CODE, STAFF);
    isLocked = false;
    const second = await desk.enrol(ONE_TIME_CODE, STAFF);

    expect([first, second.ok]).toEqual([locked, true]);
    expect(await isRecognised(keyring)).toBe(true);
  });

  test('whose clock is an hour fast is enrolled, told so, and recognised', async () => {
    const keyring = createMemoryKeyring();
    const fast = () => Date.now() + 3_600_000;

    const enrolled = await deskAt(keyring, fast).enrol(ONE_TIME_CODE, STAFF);

    const ahead = enrolled.ok ? enrolled.value.clockAheadSeconds : null;
    expect(Math.abs((ahead ?? 0) - 3_600)).toBeLessThan(10);
    expect(await isRecognised(keyring, fast)).toBe(true);
  });
});

test('a revoked kiosk is not recognised, and is enrolled anew over what it had', async () => {
  const keyring = enrolledKeyring();
  const { register } = landlord;
  register.revoke('sandbox-1');
  const revoked = await isRecognised(keyring);

  const enrolled = await deskAt(keyring).enrol(register.issueCode('sandbox-1').code, STAFF);

  expect([revoked, enrolled.ok, await isRecognised(keyring)]).toEqual([false, true, true]);
  expect(await heldIn(keyring)).toHaveLength(1);
});

test.each([
  ['is revoked and enrolled anew', revokedAndEnrolledAnew],
  ['takes a new key', takesNewKey],
])(
  'what waits at a kiosk that %s arrives once, under the token of whoever signed it',
  async (_how, change) => {
    const keyring = enrolledKeyring(61);
    const kiosk = switchOn(keyring);
    const signedIn = await kiosk.api.signIn({ email: 'jeanne.martin@exemple.fr', password: PASSWORD });
    if (!signedIn.ok) throw new Error(signedIn.error.code);
    const { tenant, depositToken, connection } = signedIn.value;
    const accounts = await connection.listAccounts();
    const accountId = accounts.ok ? accounts.value[0]?.id : undefined;
    if (accountId === undefined) throw new Error('They have an account.');
    const outbox = outboxOf(kiosk.api);
    await change(kiosk, async () => {
      for (const from of ['2018-01-01', '2018-02-01']) {
        const payload = { accountId, from, to: '2018-06-30', locale: 'fr' } as const;
        outbox.enqueue({ kind: 'statement-delivery', tenantId: tenant.id, depositToken, payload });
      }
    });

    outbox.wake();
    await vi.waitFor(() => expect(outbox.states()).toEqual(['transmitted', 'transmitted']), {
      timeout: 5_000,
    });

    expect(landlord.mailbox.emails).toHaveLength(2);
    expect(outbox.isDelivering()).toBe(false);
  },
);

describe('a new key', () => {
  test('is taken when two thirds of the life of the old one are over, and not before', async () => {
    const young = enrolledKeyring(59);
    const old = enrolledKeyring(61);

    await renewed(young);
    const before = statesThere();
    await renewed(old);

    expect(before).toEqual(['used']);
    expect(statesThere()).toEqual(['void', 'used']);
    expect(await heldIn(old)).toHaveLength(1);
    expect(await isRecognised(old)).toBe(true);
  });

  test.each([
    ['fast', 365],
    ['slow', -365],
  ])('is not taken for a clock that is a year %s', async (_what, days) => {
    const keyring = enrolledKeyring();
    const kiosk = switchOn(keyring, undefined, () => Date.now() + days * DAY_MS);

    kiosk.rotation.start();
    await kiosk.rest();

    expect(statesThere()).toEqual(['used']);
    expect(await isRecognised(keyring)).toBe(true);
  });

  test('is taken when the API asks for it', async () => {
    const keyring = enrolledKeyring();
    const kiosk = switchOn(keyring);
    landlord.register.askForNewCredential('sandbox-1');

    await kiosk.api.knock();
    await kiosk.rest();

    expect(statesThere()).toEqual(['void', 'used']);
    expect(await isRecognised(keyring)).toBe(true);
  });

  test('whose first use was answered into the void is found to be the good one', async () => {
    const keyring = enrolledKeyring(61);
    const kiosk = switchOn(keyring, {
      async instant() {
        if (!statesThere().includes('unused')) return;
        landlord.faults.set('createKioskToken', {
          effect: { kind: 'cut', moment: 'beforeAnswer' },
          times: 2,
        });
      },
    });

    kiosk.rotation.start();
    await kiosk.rest();
    const held = await heldIn(keyring);

    expect(held).toHaveLength(2);
    expect(statesThere()).toEqual(['void', 'used']);
    expect(await isRecognised(keyring)).toBe(true);
    await renewed(keyring);
    expect(await heldIn(keyring)).toHaveLength(1);
  });

  test('and an enrolment at the same time leave a kiosk that is recognised', async () => {
    const keyring = enrolledKeyring(61);
    const kiosk = switchOn(keyring);

    kiosk.rotation.start();
    const enrolled = await deskOf(kiosk.credentials).enrol(ONE_TIME_CODE, STAFF);
    await kiosk.rest();

    expect(enrolled.ok).toBe(true);
    expect(await isRecognised(keyring)).toBe(true);
  });

  test('leaves a kiosk that is recognised, whatever instant the power is cut at', async () => {
    let instants = 0;
    for (;;) {
      landlord.reset();
      const keyring = enrolledKeyring(61);
      const power = cutAt(instants);
      const kiosk = switchOn(power.over(keyring), power);
      kiosk.rotation.start();
      await Promise.race([kiosk.rest(), power.isCut]);

      // The same machine, switched on again: it is known, and can be given a new key.
      expect(await isRecognised(keyring), `cut at instant ${instants}`).toBe(true);
      await renewed(keyring);
      expect(await isRecognised(keyring), `renewed after a cut at instant ${instants}`).toBe(true);
      expect(await heldIn(keyring)).toHaveLength(1);
      if (!power.wasCut()) break;
      instants += 1;
    }
    // Asking, being answered, writing, the first use, erasing: before and after each of them.
    expect(instants).toBeGreaterThanOrEqual(8);
  });
});

test('a kiosk that is being enrolled anew is recognised, whatever instant the power is cut at', async () => {
  let instants = 0;
  for (;;) {
    landlord.reset();
    const keyring = enrolledKeyring();
    const power = cutAt(instants);
    const credentials = createKioskCredentials(async () => ({ ok: true, value: power.over(keyring) }));
    const enrolling = deskOf(credentials, Date.now, power).enrol(ONE_TIME_CODE, STAFF);
    await Promise.race([enrolling, power.isCut]);

    expect(await isRecognised(keyring), `cut at instant ${instants}`).toBe(true);
    const { code } = landlord.register.issueCode('sandbox-1');
    expect(await deskAt(keyring).enrol(code, STAFF)).toMatchObject({ ok: true });
    expect(await heldIn(keyring)).toHaveLength(1);
    if (!power.wasCut()) break;
    instants += 1;
  }
  expect(instants).toBeGreaterThanOrEqual(8);
});

interface Power {
  over(keyring: Keyring): Keyring;
  /** Before and after whatever lasts beyond the instant. Never resolves at the one where the power is cut. */
  instant(): Promise<void>;
  readonly isCut: Promise<void>;
  wasCut(): boolean;
}

function cutAt(last: number): Power {
  const cut = Promise.withResolvers<void>();
  let instants = 0;
  let wasCut = false;
  const instant = async () => {
    if (wasCut || instants++ === last) {
      wasCut = true;
      cut.resolve();
      await new Promise(() => {});
    }
  };
  return {
    instant,
    isCut: cut.promise,
    wasCut: () => wasCut,
    over: (keyring) => ({
      read: keyring.read,
      async write(account, secret) {
        await instant();
        const written = await keyring.write(account, secret);
        await instant();
        return written;
      },
      async erase(account) {
        await instant();
        const erased = await keyring.erase(account);
        await instant();
        return erased;
      },
    }),
  };
}

/** The part of a running kiosk that has to do with its keys. */
function switchOn(keyring: Keyring, power?: Pick<Power, 'instant'>, now?: () => number) {
  const credentials = createKioskCredentials(async () => ({ ok: true, value: keyring }));
  const api = createTenantApi({
    baseUrl: landlord.baseUrl,
    timeoutSeconds: 5,
    signers: signersOf(credentials),
    onToken: (token) => rotation.tokenGiven(token),
    log: silentLog,
    ...(now === undefined ? {} : { now }),
  });
  const atEachInstant: Pick<TenantApiClient, 'createKioskCredential' | 'knock' | 'timeThere'> = {
    timeThere: api.timeThere,
    async createKioskCredential(request) {
      await power?.instant();
      const answer = await api.createKioskCredential(request);
      await power?.instant();
      return answer;
    },
    async knock() {
      await power?.instant();
      await api.knock();
      await power?.instant();
    },
  };
  const rotation = createRotation({
    api: atEachInstant,
    credentials,
    after: () => () => {},
    log: silentLog,
  });
  onTestFinished(() => api.close());
  return {
    api,
    rotation,
    credentials,
    async rest() {
      await rotation.stop();
      // Confirmations stand in a row: this one comes after all others.
      await credentials.confirm('nobody');
    },
  };
}

type Kiosk = ReturnType<typeof switchOn>;

async function revokedAndEnrolledAnew(kiosk: Kiosk, handIn: () => Promise<void>): Promise<void> {
  landlord.register.revoke('sandbox-1');
  await handIn();
  await kiosk.api.knock();
  const { code } = landlord.register.issueCode('sandbox-1');
  expect(await deskOf(kiosk.credentials).enrol(code, STAFF)).toMatchObject({ ok: true });
}

async function takesNewKey(kiosk: Kiosk, handIn: () => Promise<void>): Promise<void> {
  kiosk.rotation.start();
  await handIn();
  await kiosk.rest();
  expect(statesThere()).toEqual(['void', 'used']);
}

/** On a disk of its own, and a thousand times as impatient as a kiosk. */
function outboxOf(api: TenantApiClient) {
  const folder = mkdtempSync(join(tmpdir(), 'identity-'));
  const opened = openStore(join(folder, 'kiosk.sqlite'), { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const states = new Map<string, string>();
  const outbox = createOutbox({
    rows: opened.store.outbox,
    sealing: createSealing(Buffer.alloc(32, 1)),
    api,
    log: silentLog,
    onChange: ({ deliveryId, state }) => states.set(deliveryId, state),
    after: (seconds, work) => {
      const timer = setTimeout(work, seconds);
      return () => clearTimeout(timer);
    },
  });
  onTestFinished(async () => {
    await outbox.stop();
    opened.store.close();
    rmSync(folder, { recursive: true });
  });
  expect(outbox.start().ok).toBe(true);
  return { ...outbox, states: () => [...states.values()] };
}

async function renewed(keyring: Keyring): Promise<void> {
  const kiosk = switchOn(keyring);
  kiosk.rotation.start();
  await kiosk.rest();
}

/** As the kiosk finds out: it asks for a token with what stands in its keyring, and changes nothing there. */
async function isRecognised(keyring: Keyring, now: () => number = Date.now): Promise<boolean> {
  let isGiven = false;
  const credentials = createKioskCredentials(async () => ({ ok: true, value: keyring }));
  const api = createTenantApi({
    baseUrl: landlord.baseUrl,
    timeoutSeconds: 5,
    signers: signersOf(credentials),
    onToken: () => {
      isGiven = true;
    },
    log: silentLog,
    now,
  });
  await api.knock();
  api.close();
  return isGiven;
}

function deskAt(keyring: Keyring, now?: () => number) {
  return deskOf(
    createKioskCredentials(async () => ({ ok: true, value: keyring })),
    now,
  );
}

function deskOf(
  credentials: ReturnType<typeof createKioskCredentials>,
  now: () => number = Date.now,
  power?: Power,
) {
  const { baseUrl } = landlord;
  const api = createEnrolmentApi({ baseUrl, timeoutSeconds: 5, log: silentLog, now });
  onTestFinished(() => api.close());
  const atEachInstant: typeof api = {
    ...api,
    async enrol(body, idempotencyKey) {
      await power?.instant();
      const answer = await api.enrol(body, idempotencyKey);
      await power?.instant();
      return answer;
    },
    async use(signer) {
      await power?.instant();
      const answer = await api.use(signer);
      await power?.instant();
      return answer;
    },
  };
  return createEnrolmentDesk({
    kioskId: 'sandbox-1',
    baseUrl,
    api: atEachInstant,
    credentials,
    log: silentLog,
  });
}

function enrolledKeyring(daysAgo = 0): Keyring {
  const entry = keyringEntryOf(landlord.kiosks[0], Date.now() - daysAgo * DAY_MS);
  return createMemoryKeyring({ 'kiosk-credential': entry });
}

async function heldIn(keyring: Keyring) {
  const known = await createKioskCredentials(async () => ({ ok: true, value: keyring })).read();
  return known.ok ? known.value.map(({ id }) => id) : [];
}

function statesThere() {
  return landlord.register.credentials.map(({ state }) => state);
}

function tooLate(): string {
  landlord.advanceSeconds(ONE_TIME_CODE_LIFE_SECONDS);
  return ONE_TIME_CODE;
}

async function usedElsewhere(): Promise<string> {
  await deskAt(createMemoryKeyring()).enrol(ONE_TIME_CODE, STAFF);
  return ONE_TIME_CODE;
}
