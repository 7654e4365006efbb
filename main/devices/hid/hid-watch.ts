/**
 * Keeps every wanted HID device open while it is plugged in: several at once, of one kind or of many, two of the same
 * model, and each again after it was pulled out and put back.
 *
 * It looks every two seconds instead of being told. What would tell (udev, Windows' device notifications) is a native
 * part of its own for each system, node-hid has none of it, and a look takes a few milliseconds in another thread.
 * That somebody puts a reader back is noticed before they have turned round; that it is gone, a device says itself.
 */
import type { Log } from '../../log/log.ts';
import { type Hid, type HidEntry, idOf, loadNodeHid, mayOpen, type OpenDevice } from './hid.ts';

/** Devices that are used in the same way. */
export interface HidKind {
  /** For the log. */
  readonly name: string;
  /** Whether this use of a device is what is wanted of it. */
  isOne(entry: HidEntry): boolean;
  /** @returns the way to let go of it; the device itself is closed by whoever opened it */
  begin(device: OpenDevice, onLost: () => void): () => void;
  /** How many of them are open: told after the first look, and whenever it changes. */
  onCount?(count: number): void;
}

export interface HidWatch {
  start(): void;
  /** Nothing is open when it resolves, after 2 s at the latest. */
  stop(): Promise<void>;
}

interface Attached {
  readonly kind: HidKind;
  readonly entry: HidEntry;
  readonly device: OpenDevice;
  readonly letGo: () => void;
}

const LOOK_EVERY_MS = 2_000;
/** A device that neither opens nor says why, nor closes, holds up nobody. */
const STOP_PATIENCE_MS = 2_000;

export function watchHid(parts: {
  kinds: readonly HidKind[];
  log: Log;
  loadHid?: () => Promise<Hid>;
  isAllowed?: (path: string) => Promise<boolean>;
}): HidWatch {
  const { kinds, log, loadHid = loadNodeHid, isAllowed = mayOpen } = parts;
  const attached = new Map<string, Attached>();
  const opening = new Map<string, Promise<void>>();
  /** Why a device could not be opened: said once, not every two seconds. */
  const refusals = new Map<string, string>();
  const counts = new Map<HidKind, number>();
  let listFailed = false;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function look(hid: Hid): Promise<void> {
    const entries = await list(hid);
    if (!entries || isStopped) return;
    const paths = new Set(entries.map(({ path }) => path));
    for (const path of [...attached.keys()]) if (!paths.has(path)) lose(path);
    for (const path of [...refusals.keys()]) if (!paths.has(path)) refusals.delete(path);

    for (const kind of kinds) {
      let isAboutToChange = false;
      for (const entry of entries.filter((each) => kind.isOne(each))) {
        const { path } = entry;
        if (path === undefined || attached.has(path) || opening.has(path)) continue;
        isAboutToChange = true;
        // Each by itself: one that hangs keeps the others from nobody.
        opening.set(
          path,
          open(hid, kind, entry, path).finally(() => opening.delete(path)),
        );
      }
      if (!isAboutToChange) tellCount(kind);
    }
  }

  async function list(hid: Hid): Promise<HidEntry[] | null> {
    try {
      const entries = await hid.devicesAsync();
      listFailed = false;
      return entries;
    } catch (error) {
      if (!listFailed) log.warn('hid.not-listed', { cause: nameOf(error) });
      listFailed = true;
      return null;
    }
  }

  async function open(hid: Hid, kind: HidKind, entry: HidEntry, path: string): Promise<void> {
    let device: OpenDevice;
    try {
      device = await hid.open(path);
    } catch {
      // What the library says differs from system to system; whether it is a matter of permission does not.
      return refuse(kind, entry, path, (await isAllowed(path)) ? 'HID_NOT_OPENED' : 'HID_FORBIDDEN');
    }
    if (isStopped) return close(device);
    refusals.delete(path);
    // Unplugged: node-hid tells it by no other way.
    device.on('error', () => lose(path, device));
    const letGo = kind.begin(device, () => lose(path, device));
    attached.set(path, { kind, entry, device, letGo });
    log.info('hid.attached', { kind: kind.name, device: idOf(entry) });
    tellCount(kind);
  }

  function refuse(kind: HidKind, entry: HidEntry, path: string, code: string): void {
    if (isStopped || refusals.get(path) === code) return;
    refusals.set(path, code);
    log.warn('hid.not-opened', { kind: kind.name, device: idOf(entry), code });
    tellCount(kind);
  }

  /** @param only when it is still this one that stands there: another may have come to the same place */
  function lose(path: string, only?: OpenDevice): void {
    const lost = attached.get(path);
    if (!lost || (only && lost.device !== only)) return;
    attached.delete(path);
    lost.letGo();
    log.warn('hid.detached', { kind: lost.kind.name, device: idOf(lost.entry) });
    tellCount(lost.kind);
    void close(lost.device);
  }

  async function close(device: OpenDevice): Promise<void> {
    await device.close().catch(() => log.info('hid.gone-already'));
  }

  function tellCount(kind: HidKind): void {
    const count = [...attached.values()].filter((each) => each.kind === kind).length;
    if (isStopped || counts.get(kind) === count) return;
    counts.set(kind, count);
    kind.onCount?.(count);
  }

  async function lookForEver(): Promise<void> {
    const hid = await loadHid().catch((error: unknown) => {
      log.error('hid.not-loaded', { cause: nameOf(error) });
      return null;
    });
    if (!hid) return;
    const lookAgain = async (): Promise<void> => {
      await look(hid);
      if (!isStopped) timer = setTimeout(() => void lookAgain(), LOOK_EVERY_MS);
    };
    await lookAgain();
  }

  return {
    start() {
      if (kinds.length > 0) void lookForEver();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      const closing = [...attached.values()].map(({ device, letGo }) => {
        letGo();
        return close(device);
      });
      attached.clear();
      const patience = Promise.withResolvers<void>();
      const patienceTimer = setTimeout(patience.resolve, STOP_PATIENCE_MS);
      await Promise.race([Promise.all([...closing, ...opening.values()]), patience.promise]);
      clearTimeout(patienceTimer);
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
