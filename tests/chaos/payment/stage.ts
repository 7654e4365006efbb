/** One kiosk with a world of its own: a landlord, a keyring, a terminal. Everything but the kiosk is never killed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from '../../../main/store/database-file.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { debit } from '../../sandbox/tenant-api/ledger.ts';
import { createTestCaller, type TestCaller } from '../../sandbox/tenant-api/test-caller.ts';
import { startConcertTerminal } from '../../sandbox/terminal/concert-eplus/concert-eplus.ts';
import { startNexoTerminal } from '../../sandbox/terminal/nexo/nexo.ts';
import type { SandboxTerminal } from '../../sandbox/terminal/start-terminal.ts';
import type { KioskLine, LandlordLine } from './books.ts';
import type { Kiosk, StartKiosk } from './kiosk.ts';

export type Protocol = 'caisse-ap' | 'nexo' | 'concert-eplus';

export interface Stage {
  readonly protocol: Protocol;
  readonly sandbox: Sandbox;
  readonly terminal: SandboxTerminal;
  /** Accounts of one tenant, who owes more on each than any run can pay. */
  readonly accountIds: readonly [string, ...string[]];
  readonly login: { readonly email: string; readonly password: string };
  startKiosk(environment?: Readonly<Record<string, string>>): Promise<Kiosk>;
  /** The kiosk's own journal, as it stands on the disk. */
  kioskJournal(): KioskLine[];
  /** What the landlord received from kiosks, as it would show it to the tenant. */
  landlordBook(): Promise<LandlordLine[]>;
  stop(): Promise<void>;
}

const OWED_CENTS = 100_000_000;
const DEBTOR = { email: 'debiteur@exemple.fr', number: '0900001' };
const LEASES = ['900001', '900002', '900003', '900004', '900005', '900006'] as const;

export async function openStage(options: {
  folder: string;
  protocol: Protocol;
  startKiosk: StartKiosk;
}): Promise<Stage> {
  const { folder, protocol, startKiosk } = options;
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox({ folder, window: 'windowed' });
  await addDebtor(sandbox);
  const own = await startOwnTerminal(protocol, join(folder, protocol));
  if (own) configure(sandbox, own.settings);
  const caller = createTestCaller(sandbox.tenantApi);
  const [accountId, ...otherAccountIds] = LEASES.map((lease) => `account-${lease}`);
  if (accountId === undefined) throw new Error('There is a lease.');
  let proofs: Promise<Record<string, string>> | null = null;

  return {
    protocol,
    sandbox,
    terminal: own?.terminal ?? sandbox.terminal,
    accountIds: [accountId, ...otherAccountIds],
    login: { email: DEBTOR.email, password: sandbox.tenantApi.password },
    startKiosk: (environment = {}) => startKiosk({ ...sandbox.environment, ...environment }),
    kioskJournal: () => readKioskJournal(join(sandbox.dataFolder, DATABASE_FILE)),
    async landlordBook() {
      proofs ??= caller.asTenant(DEBTOR.email);
      return readLandlordBook(caller, accountId, await proofs);
    },
    async stop() {
      await own?.terminal.stop();
      await sandbox.stop();
    },
  };
}

function addDebtor({ tenantApi }: Sandbox): Promise<void> {
  return tenantApi.addTenant({
    number: DEBTOR.number,
    displayName: 'Mme Aimée Lhasard',
    email: DEBTOR.email,
    story: 'Doit plus qu’elle ne paiera jamais',
    leases: LEASES.map((number) => ({
      number,
      addressLines: ['1 rue du Hasard', '86000 Poitiers'],
      startsOn: '2018-01-01',
      endsOn: null,
      bookings: [debit('2018-06-26', `LOG ${number} 06/18`, OWED_CENTS)],
    })),
  });
}

interface OwnTerminal {
  readonly terminal: SandboxTerminal;
  /** `paymentTerminal` of the kiosk's configuration. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Null for the protocol that the sandbox's own terminal speaks. */
async function startOwnTerminal(protocol: Protocol, folder: string): Promise<OwnTerminal | null> {
  switch (protocol) {
    case 'caisse-ap':
      return null;
    case 'nexo': {
      const terminal = await startNexoTerminal({ folder });
      const { port, poiId, certificateFile } = terminal;
      const certificateName = `${poiId}.test.terminal.adyen.com`;
      const settings = { driver: 'nexo', host: '127.0.0.1', port, poiId, saleId: 'kiosk-1' };
      return { terminal, settings: { ...settings, certificateFile, certificateName } };
    }
    case 'concert-eplus': {
      const terminal = await startConcertTerminal({ folder });
      return { terminal, settings: { driver: 'concert-eplus', device: terminal.device } };
    }
    default:
      return protocol satisfies never;
  }
}

function configure({ configFile }: Sandbox, paymentTerminal: OwnTerminal['settings']): void {
  const config = JSON.parse(readFileSync(configFile, 'utf8'));
  writeFileSync(configFile, JSON.stringify({ ...config, paymentTerminal }));
}

/** With other eyes than the kiosk's own, and without writing. */
function readKioskJournal(file: string): KioskLine[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare<[], KioskLine>(
        'SELECT attempt_id AS attemptId, amount_cents AS amountCents, state FROM payment_attempts ORDER BY sequence',
      )
      .all();
  } finally {
    database.close();
  }
}

interface PaymentPage {
  readonly items: readonly { readonly id: string; readonly amountCents: number; readonly means: string }[];
  readonly nextCursor: string | null;
}

async function readLandlordBook(
  caller: TestCaller,
  accountId: string,
  proofs: Record<string, string>,
): Promise<LandlordLine[]> {
  const lines: LandlordLine[] = [];
  for (let cursor: string | null = null; ; ) {
    const place: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await caller.call<PaymentPage>(
      'GET',
      `/accounts/${accountId}/payments?limit=200${place}`,
      { headers: proofs },
    );
    if (status !== 200) throw new Error(`The landlord shows no payments: ${status}`);
    lines.push(...body.items.filter(({ means }) => means === 'cardAtKiosk'));
    cursor = body.nextCursor;
    if (cursor === null) return lines;
  }
}
