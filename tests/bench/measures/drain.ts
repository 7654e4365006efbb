/**
 * How fast 10,000 queued wishes are handed in, against as many bare axios requests of the same bodies over as many
 * kept-alive connections. The API is the sandbox's, in a process of its own; both take turns.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { v7 as uuidV7 } from 'uuid';
import { silentLog } from '../../../main/log/log.ts';
import { createSealing } from '../../../main/secrets/sealing.ts';
import { openStore } from '../../../main/store/store.ts';
import { createOutbox } from '../../../main/sync/outbox.ts';
import { createTenantApi } from '../../../main/tenant-api/tenant-api.ts';
import { signersOfEnrolled } from '../../enrolled-signers.ts';
import { keyringEntryOf } from '../../sandbox/tenant-api/kiosk-register.ts';
import { startTenantApi } from '../../sandbox/tenant-api/tenant-api.ts';
import { createTestCaller } from '../../sandbox/tenant-api/test-caller.ts';

const WISHES = 10_000;
const ROUNDS = 5;
const WISHES_A_ROUND = WISHES / ROUNDS;
const WARM_UP_WISHES = 400;
/** As many people, so as many lanes. */
const PEOPLE = 50;
/** As many as main/sync/circuit.ts lets go at once. */
const AT_ONCE = 4;
const TIMEOUT_SECONDS = 30;
const PERIOD = { from: '2018-01-01', to: '2018-12-31', locale: 'fr' } as const;

export interface Drain {
  drainRatio: number;
  drainPerSecond: number;
}

/** What the API says when it is there. */
interface Landlord {
  readonly baseUrl: string;
  readonly credential: string;
  readonly kioskToken: string;
  readonly depositToken: string;
  readonly accountId: string;
}

export async function measureDrain(): Promise<Drain> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-drain-'));
  const program = fork(import.meta.filename, { execArgv: [] });
  try {
    const [landlord] = (await once(program, 'message')) as [Landlord];
    await drain(join(folder, 'warm-up.sqlite'), landlord, WARM_UP_WISHES);
    await sendBare(landlord, WARM_UP_WISHES);
    let kioskMs = 0;
    let bareMs = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      kioskMs += await drain(join(folder, `${round}.sqlite`), landlord, WISHES_A_ROUND);
      bareMs += await sendBare(landlord, WISHES_A_ROUND);
    }
    return { drainRatio: kioskMs / bareMs, drainPerSecond: WISHES / (kioskMs / 1_000) };
  } finally {
    program.disconnect();
    await once(program, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the start over a queue to the last acknowledgement that is on the disk. */
async function drain(file: string, landlord: Landlord, wishes: number): Promise<number> {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const { store } = opened;
  const api = createTenantApi({
    baseUrl: landlord.baseUrl,
    timeoutSeconds: TIMEOUT_SECONDS,
    signers: signersOfEnrolled(landlord.credential),
    log: silentLog,
  });
  const done = Promise.withResolvers<void>();
  let left = wishes;
  const outbox = createOutbox({
    rows: store.outbox,
    sealing: createSealing(Buffer.alloc(32, 1)),
    api,
    log: silentLog,
    onChange: ({ state }) => {
      if (state === 'refused') done.reject(new Error('The API refuses what is to be measured.'));
      if (state === 'transmitted' && --left === 0) done.resolve();
    },
  });
  store.atomically(() => {
    for (let number = 0; number < wishes; number += 1) {
      const wish = outbox.prepare({
        kind: 'statement-delivery',
        tenantId: `tenant-${number % PEOPLE}`,
        depositToken: landlord.depositToken,
        payload: { accountId: landlord.accountId, ...PERIOD },
      });
      if (!wish.ok || !wish.value.add().ok) throw new Error('Nothing was queued.');
    }
    return { ok: true, value: undefined };
  });

  const before = performance.now();
  outbox.start();
  await done.promise;
  const took = performance.now() - before;
  await outbox.stop();
  api.close();
  store.close();
  return took;
}

async function sendBare(landlord: Landlord, wishes: number): Promise<number> {
  const { baseUrl, kioskToken, depositToken, accountId } = landlord;
  const httpAgent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const http = axios.create({ baseURL: baseUrl, httpAgent, proxy: false });
  let left = wishes;
  const before = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1;
        await http.post(`/accounts/${accountId}/statement-deliveries`, PERIOD, {
          headers: {
            Authorization: `Bearer ${kioskToken}`,
            'Deposit-Token': depositToken,
            'Idempotency-Key': uuidV7(),
          },
        });
      }
    }),
  );
  const took = performance.now() - before;
  httpAgent.destroy();
  return took;
}

if (import.meta.main) {
  const api = await startTenantApi();
  const caller = createTestCaller(api);
  const email = 'odile.petit@exemple.fr';
  const tenant = api.tenants.find(({ signInEmail }) => signInEmail === email);
  const headers = await caller.asTenant(email);
  process.on('disconnect', () => void api.stop());
  process.send?.({
    baseUrl: api.baseUrl,
    credential: keyringEntryOf(api.kiosks[0]),
    kioskToken: headers.Authorization?.replace('Bearer ', '') ?? '',
    depositToken: headers['Deposit-Token'] ?? '',
    accountId: tenant?.accounts[0]?.id ?? '',
  } satisfies Landlord);
}
