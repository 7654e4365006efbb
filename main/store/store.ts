/** What the kiosk keeps on its disk: one SQLite file, in the folder of its user, readable by nobody else. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Log } from '../log/log.ts';
import { type Atomically, createAtomically } from './atomically.ts';
import { createAttempt } from './attempt.ts';
import { type AuditEntriesRepository, createAuditEntriesRepository } from './audit-entries-repository.ts';
import { type BackUp, backupOf, createBackUp } from './backup.ts';
import { backUpBeforeMigration } from './backup-before-migration.ts';
import {
  createHealthCountersRepository,
  type HealthCountersRepository,
} from './health-counters-repository.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { createOutboxRepository, type OutboxRepository } from './outbox-repository.ts';
import {
  createPaymentAttemptsRepository,
  type PaymentAttemptsRepository,
} from './payment-attempts-repository.ts';
import { createReferenceDataRepository, type ReferenceDataRepository } from './reference-data-repository.ts';
import { createRefusedRowsRepository, type RefusedRowsRepository } from './refused-rows-repository.ts';
import { SALVAGES, type Salvaged, salvage } from './salvage.ts';
import { setAside } from './set-aside.ts';
import { createSignInTriesRepository, type SignInTriesRepository } from './sign-in-tries-repository.ts';
import {
  createStaffVerifiersRepository,
  type StaffVerifiersRepository,
} from './staff-verifiers-repository.ts';

export interface Store {
  readonly outbox: OutboxRepository;
  readonly refusedRows: RefusedRowsRepository;
  readonly signInTries: SignInTriesRepository;
  readonly healthCounters: HealthCountersRepository;
  readonly paymentAttempts: PaymentAttemptsRepository;
  readonly referenceData: ReferenceDataRepository;
  readonly auditEntries: AuditEntriesRepository;
  readonly staffVerifiers: StaffVerifiersRepository;
  readonly atomically: Atomically;
  readonly backUp: BackUp;
  close(): void;
}

export type OpenedStore =
  /** `setAsideAs`: where the damaged file of before now lies; null when there was none. */
  | { ok: true; store: Store; setAsideAs: string | null }
  /** `newer-version`: written by a later version of this program, left untouched. The log has the details. */
  | { ok: false; reason: 'newer-version' | 'unusable' };

/** Another process (a backup, a technician's tool) may hold the file for so long before it counts as locked. */
const BUSY_TIMEOUT_SECONDS = 2;

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** A damaged file is moved aside, never deleted, and the kiosk starts again with what can be saved of it. */
export function openStore(file: string, options: { log: Log; now?: () => number }): OpenedStore {
  const { log, now = Date.now } = options;

  const first = tryToOpen(file, log);
  if (first !== 'damaged') return first;

  let setAsideAs: string;
  try {
    setAsideAs = setAside(file, now());
  } catch (error) {
    log.error('store.set-aside-failed', { cause: codeOf(error) });
    return { ok: false, reason: 'unusable' };
  }
  log.error('store.damaged-file-set-aside');

  const second = tryToOpen(file, log, (database) => {
    const saved: Salvaged = salvage(database, { damaged: setAsideAs, backup: backupOf(file) });
    log.warn('store.salvaged', { ...saved });
    // Technicians are told for a while, by the database itself.
    database
      .prepare(
        'INSERT OR REPLACE INTO health_counters VALUES (?, COALESCE((SELECT count FROM health_counters WHERE name = ?), 0) + 1, ?)',
      )
      .run(SALVAGES, SALVAGES, now());
  });
  if (second === 'damaged') return { ok: false, reason: 'unusable' };
  return second.ok ? { ...second, setAsideAs } : second;
}

/** Beside the kiosk's own connection: a damaged file is left to that one. */
export function openStoreBeside(file: string, options: { log: Log }): OpenedStore {
  const opened = tryToOpen(file, options.log);
  return opened === 'damaged' ? { ok: false, reason: 'unusable' } : opened;
}

function tryToOpen(
  file: string,
  log: Log,
  fill: (database: Database.Database) => void = () => undefined,
): OpenedStore | 'damaged' {
  let database: Database.Database | null = null;
  try {
    reserve(file);
    database = new Database(file, { timeout: BUSY_TIMEOUT_SECONDS * 1_000 });
    if (!isSound(database)) {
      database.close();
      return 'damaged';
    }
    const opened = database;
    const migrated = migrate(opened, migrations, () => backUpBeforeMigration(opened, file));
    if (!migrated.ok) {
      database.close();
      log.error('store.newer-version', { found: migrated.found, known: migrated.known });
      return { ok: false, reason: 'newer-version' };
    }
    configure(database);
    fill(database);
    if (migrated.from !== migrated.to) log.info('store.migrated', { from: migrated.from, to: migrated.to });
    return { ok: true, store: storeOn(database, file, log), setAsideAs: null };
  } catch (error) {
    database?.close();
    if (isDamage(error)) return 'damaged';
    log.error('store.unusable', { cause: codeOf(error) });
    return { ok: false, reason: 'unusable' };
  }
}

function storeOn(database: Database.Database, file: string, log: Log): Store {
  const attempt = createAttempt(log);
  return {
    outbox: createOutboxRepository(database, attempt),
    refusedRows: createRefusedRowsRepository(database, attempt),
    signInTries: createSignInTriesRepository(database, attempt),
    healthCounters: createHealthCountersRepository(database, attempt),
    paymentAttempts: createPaymentAttemptsRepository(database, attempt),
    referenceData: createReferenceDataRepository(database, attempt),
    auditEntries: createAuditEntriesRepository(database, attempt),
    staffVerifiers: createStaffVerifiersRepository(database, attempt),
    atomically: createAtomically(database, attempt),
    backUp: createBackUp(database, file, log),
    close: () => database.close(),
  };
}

/** SQLite gives its -wal and -shm files the mode of the file itself, so that one must be right before they exist. */
function reserve(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
  closeSync(openSync(file, 'a', OWNER_ONLY_FILE));
  chmodSync(file, OWNER_ONLY_FILE);
}

function isSound(database: Database.Database): boolean {
  return database.pragma('quick_check(1)', { simple: true }) === 'ok';
}

function configure(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  // FULL syncs the log at every commit: "saved" is said to a person, so a power cut must not unsay it.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What was delivered is overwritten on disk, not only unlinked.
  database.pragma('secure_delete = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('temp_store = MEMORY');
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (error.code.startsWith('SQLITE_CORRUPT') || error.code.startsWith('SQLITE_NOTADB'))
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
