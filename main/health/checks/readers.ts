import type { KioskConfig } from '../../config/config-schema.ts';
import { badgeReader } from '../../devices/badge-reader/badge-reader.ts';
import { barcodeScanner } from '../../devices/barcode-scanner/barcode-scanner.ts';
import {
  type HidEntry,
  idOf,
  loadNodeHid,
  mayOpen,
  missingRule,
  type UsbIds,
} from '../../devices/hid/hid.ts';
import type { HidKind } from '../../devices/hid/hid-watch.ts';
import { silentLog } from '../../log/log.ts';
import { type Finding, type PartCheck, together } from '../part-check.ts';

/** What is plugged in, and whether this user may open it. Nothing is opened for it: a reader at work is left alone. */
export interface ReaderAccess {
  list(): Promise<readonly HidEntry[]>;
  mayOpen(path: string): Promise<boolean>;
}

type Settings = Pick<KioskConfig, 'readers' | 'barcodeScanner'>;

interface Wanted {
  readonly ids: UsbIds;
  readonly kind: HidKind;
}

/** More than these a line cannot hold. */
const MOST_IDS = 12;

const MACHINE: ReaderAccess = {
  list: async () => (await loadNodeHid()).devicesAsync(),
  mayOpen,
};

/**
 * A line for each reader that is set up. Those that type cannot be told from a keyboard and have none; without any,
 * what is plugged in is listed, for whoever sets one up.
 */
export function checkReaders(config: Settings | null, access: ReaderAccess = MACHINE): PartCheck[] {
  const list = together(access.list);
  const wanted = config ? wantedBy(config) : [];
  const looks =
    wanted.length > 0
      ? wanted.map((each) => (entries: readonly HidEntry[]) => findingOf(each, entries, access))
      : [listed];
  return looks.map((look) => ({
    part: 'readers',
    async check() {
      let entries: readonly HidEntry[];
      try {
        entries = await list();
      } catch (error) {
        const cause = error instanceof Error ? error.name : typeof error;
        return { state: 'degraded', code: 'READERS_NOT_LISTED', facts: { cause } };
      }
      return look(entries);
    },
  }));
}

function wantedBy({ readers, barcodeScanner: scanner }: Settings): Wanted[] {
  const unheard = { onBadge() {}, onScan() {}, onReady() {}, log: silentLog };
  const badges = readers
    .filter((reader) => reader.mode === 'hid')
    .map((reader) => ({ ids: reader, kind: badgeReader(reader, unheard) }));
  return scanner?.mode === 'hid'
    ? [...badges, { ids: scanner, kind: barcodeScanner({ ids: scanner, ...unheard }) }]
    : badges;
}

async function findingOf(
  { ids, kind }: Wanted,
  entries: readonly HidEntry[],
  access: ReaderAccess,
): Promise<Finding> {
  const paths = entries.filter((entry) => kind.isOne(entry)).map(({ path }) => path ?? '');
  const facts = { reader: kind.name, deviceIds: idOf(ids) };
  // Never unfit: people type what a scanner would read, and staff a code.
  if (paths.length === 0) return { state: 'degraded', code: 'READER_ABSENT', facts };
  const allowed = await Promise.all(paths.map((path) => access.mayOpen(path)));
  if (allowed.includes(false)) {
    return {
      state: 'degraded',
      code: 'READER_FORBIDDEN',
      facts: { ...facts, missingRule: missingRule(ids) },
    };
  }
  return { state: 'fit', code: 'OK', facts: { ...facts, devices: paths.length } };
}

function listed(entries: readonly HidEntry[]): Finding {
  // A device shows itself once for each of its uses.
  const ids = [...new Set(entries.map(idOf))];
  return {
    state: 'absent',
    code: 'NOT_CONFIGURED',
    facts: { devices: ids.length, deviceIds: ids.slice(0, MOST_IDS).join(' ') || null },
  };
}
