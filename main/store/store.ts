/** What the kiosk keeps on its disk: one SQLite file, in the folder of its user, readable by nobody else. */
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Result } from '../../preload/contract.ts';
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
import { type IndexState, mendIndexes, TABLES_OF_MONEY, TABLES_THAT_GROW } from './mend-indexes.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { createOutboxRepository, type OutboxRepository } from './outbox-repository.ts';
import {
  createPaymentAttemptsRepository,
  type PaymentAttemptsRepository,
} from './payment-attempts-repository.ts';
import { createReferenceDataRepository, type ReferenceDataRepository } from './reference-data-repository.ts';
import { createRefusedRowsRepository, type RefusedRowsRepository } from './refused-rows-repository.ts';
import { ROWS_LOST, SALVAGES, salvage, UNSURE_SALVAGES } from './salvage.ts';
import { isSchemaWhole } from './schema.ts';
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
  /** Whether every index was held against its table when it was opened: not those of a very long queue. */
  readonly isLookedThrough: boolean;
  /**
   * For once the screen stands: with very much in the queue it takes a while. `damaged`: the next start makes the
   * database anew of what can be saved. STORE_UNAVAILABLE when the disk does not do what it is asked.
   */
  mendIndexes(): Result<IndexState>;
  close(): void;
}

export type OpenedStore =
  /** `setAsideAs`: where the damaged file of before now lies; null when there was none. */
  | { ok: true; store: Store; setAsideAs: string | null }
  /** `newer-version`: written by a later version of this program, left untouched. The log has the details. */
  | { ok: false; reason: 'newer-version' | 'unusable' };

/** Another process (a backup, a technician's tool) may hold the file for so long before it counts as locked. */
const BUSY_TIMEOUT_SECONDS = 2;

/** Some thousands of wishes: 8 MB, or about 20 ms. The start belongs to whoever waits for it. */
const MOST_PAGES_AT_ONCE = 2_000;

/** In the head of the file. */
const WRITE_VERSION_AT = 18;
const LATEST_WRITE_VERSION = 2;

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** A damaged file is moved aside, never deleted, and the kiosk starts again with what can be saved of it. */
export function openStore(file: string, options: { log: Log; now?: () => number }): OpenedStore {
  const { log, now = Date.now } = options;

  const first = isEmptied(file) || existsSync(markOf(file)) ? 'damaged' : tryToOpen(file, log);
  if (first !== 'damaged') return first;

  let setAsideAs: string;
  try {
    setAsideAs = setAside(file, now());
  } catch (error) {
    log.error('store.set-aside-failed', { cause: codeOf(error) });
    return { ok: false, reason: 'unusable' };
  }
  log.error('store.damaged-file-set-aside');

  const second = tryToOpen(file, log, {
    fill: (database) => {
      const saved = salvage(database, { damaged: setAsideAs, backup: backupOf(file) });
      log.warn('store.salvaged', { ...saved });
      // Staff and technicians are told for a while, by the database itself.
      const counters = createHealthCountersRepository(database, createAttempt(log));
      const lastAt = now();
      counters.add({ name: SALVAGES, count: 1, lastAt });
      if (saved.lost > 0) counters.add({ name: ROWS_LOST, count: saved.lost, lastAt });
      if (saved.mayMissMore) counters.add({ name: UNSURE_SALVAGES, count: 1, lastAt });
    },
  });
  if (second === 'damaged') return { ok: false, reason: 'unusable' };
  if (second.ok) rmSync(markOf(file), { force: true });
  return second.ok ? { ...second, setAsideAs } : second;
}

/**
 * Beside the kiosk's own connection: a damaged file is left to that one. So are rules that somebody took out of the
 * schema: what is looked for beside may be just what they did then.
 */
export function openStoreBeside(file: string, options: { log: Log }): OpenedStore {
  const opened = tryToOpen(file, options.log, { isSchemaProven: false });
  return opened === 'damaged' ? { ok: false, reason: 'unusable' } : opened;
}

function tryToOpen(
  file: string,
  log: Log,
  how: { isSchemaProven?: boolean; fill?: (database: Database.Database) => void } = {},
): OpenedStore | 'damaged' {
  const { isSchemaProven = true, fill } = how;
  let database: Database.Database | null = null;
  try {
    reserve(file);
    database = new Database(file, { timeout: BUSY_TIMEOUT_SECONDS * 1_000 });
    if (!isSound(database) || isTakenForAnotherSqlites(file)) {
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
    const isShort = (database.pragma('page_count', { simple: true }) as number) <= MOST_PAGES_AT_ONCE;
    const lookedThrough = isShort ? [...TABLES_OF_MONEY, ...TABLES_THAT_GROW] : TABLES_OF_MONEY;
    if (
      (isSchemaProven && !isSchemaWhole(database)) ||
      mendIndexes(database, lookedThrough, log) === 'damaged'
    ) {
      database.close();
      return 'damaged';
    }
    fill?.(database);
    if (migrated.from !== migrated.to) log.info('store.migrated', { from: migrated.from, to: migrated.to });
    return { ok: true, store: storeOn(database, { file, log, isLookedThrough: isShort }), setAsideAs: null };
  } catch (error) {
    database?.close();
    if (isDamage(error)) return 'damaged';
    // This program's own words are not understood: what is there is not what it made.
    if (codeOf(error) === 'SQLITE_ERROR') return 'damaged';
    log.error('store.unusable', { cause: codeOf(error) });
    return { ok: false, reason: 'unusable' };
  }
}

function storeOn(
  database: Database.Database,
  { file, log, isLookedThrough }: { file: string; log: Log; isLookedThrough: boolean },
): Store {
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
    isLookedThrough,
    mendIndexes: () =>
      attempt(() => {
        const state = mendIndexes(database, TABLES_THAT_GROW, log);
        if (state === 'damaged') writeFileSync(markOf(file), '', { mode: OWNER_ONLY_FILE });
        return state;
      }),
    close: () => database.close(),
  };
}

/** Says that the file is damaged where the check at the start would not see it. */
function markOf(file: string): string {
  return `${file}.to-be-salvaged`;
}

/** An empty file is a new kiosk; with a backup beside it, it is what is left of a database. */
function isEmptied(file: string): boolean {
  return existsSync(backupOf(file)) && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
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

/**
 * What a later SQLite may have written is opened, and only read. One flipped bit is enough for that, and the kiosk would
 * take in nothing any more. https://www.sqlite.org/fileformat.html#file_format_version_numbers
 */
function isTakenForAnotherSqlites(file: string): boolean {
  const version = Buffer.alloc(1);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, version, 0, 1, WRITE_VERSION_AT);
  } finally {
    closeSync(descriptor);
  }
  return version.readUInt8() > LATEST_WRITE_VERSION;
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
