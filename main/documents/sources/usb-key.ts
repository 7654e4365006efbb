/**
 * Somebody's USB key, below the folder where the system mounts it, for reading only. What is not a document by its
 * content is not shown; nothing of it is run, written or followed elsewhere. It may be pulled out at any moment.
 */
import { randomBytes } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../preload/contract.ts';
import type { KeyFile } from '../../../preload/document-contract.ts';
import type { Log } from '../../log/log.ts';
import { DOCUMENT_LIMITS } from '../gate/limits.ts';
import { RECOGNISED_BY_BYTES, recognise } from '../gate/recognise.ts';

export interface UsbKey {
  /** Of its top and of the folders that stand there. USB_KEY_GONE when it is pulled out meanwhile. */
  list(): Promise<Result<KeyList>>;
  /** One of the files that were listed last. USB_KEY_GONE, DOCUMENT_TOO_BIG, or INPUT_INVALID for any other. */
  read(fileId: string): Promise<Result<Uint8Array>>;
  /** What was listed is nobody's any more. */
  forget(): void;
}

export interface KeyList {
  isThere: boolean;
  files: KeyFile[];
}

const MOST_FOLDERS = 50;
/** Of one folder; a telephone's own holds thousands. */
const MOST_ENTRIES = 1_000;
const MOST_FILES = 200;

/** Never through a link, and never waiting for a pipe that somebody made look like a file. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** What a folder has that is not there any more, or whose key was pulled out. */
const GONE = new Set(['ENOENT', 'EIO', 'ENODEV', 'ENXIO', 'ENOTCONN', 'ESTALE', 'ENOTDIR']);

/** A key that hangs is as good as gone. */
const PATIENCE_SECONDS = 20;

const gone = { ok: false, error: { code: 'USB_KEY_GONE' } } as const;

interface Found extends KeyFile {
  readonly path: string;
}

/** `mountFolder`: each folder in it is a partition of a key. Absent, or with nothing in them, no key is there. */
export function createUsbKey(mountFolder: string, parts: { log: Log }): UsbKey {
  const { log } = parts;
  let found: ReadonlyMap<string, Found> = new Map();

  return {
    list: () => patiently(list),

    async read(fileId) {
      const file = found.get(fileId);
      if (!file) return { ok: false, error: { code: 'INPUT_INVALID' } };
      if (file.sizeBytes > DOCUMENT_LIMITS.fileBytes) {
        return { ok: false, error: { code: 'DOCUMENT_TOO_BIG' } };
      }
      return patiently(async () => {
        const content = await reading(file.path, (handle, sizeBytes) =>
          readStart(handle, Math.min(sizeBytes, DOCUMENT_LIMITS.fileBytes + 1)),
        );
        return content ? { ok: true, value: content } : gone;
      });
    },

    forget() {
      found = new Map();
    },
  };

  async function list(): Promise<Result<KeyList>> {
    const top = await entriesOf(mountFolder);
    const keys = top?.filter((entry) => entry.isDirectory()) ?? [];
    const files: Found[] = [];
    let isThere = false;
    for (const key of keys) {
      const root = join(mountFolder, key.name);
      const entries = await entriesOf(root);
      if (!entries || entries.length === 0) continue;
      isThere = true;
      await collect(root, null, entries, files);
      for (const folder of entries.filter(isPlainFolder).slice(0, MOST_FOLDERS)) {
        const inside = await entriesOf(join(root, folder.name));
        if (inside) await collect(join(root, folder.name), folder.name, inside, files);
      }
    }
    found = new Map(files.map((file) => [file.fileId, file]));
    log.info('usb-key.listed', { isThere, files: files.length });
    return { ok: true, value: { isThere, files: files.map(({ path: _, ...file }) => file) } };
  }

  async function collect(
    folder: string,
    shownAs: string | null,
    entries: readonly Dirent[],
    files: Found[],
  ): Promise<void> {
    for (const { name } of entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))) {
      if (files.length >= MOST_FILES) return;
      const path = join(folder, name);
      const looked = await reading(path, async (handle, sizeBytes) => ({
        kind: recognise(await readStart(handle, RECOGNISED_BY_BYTES)),
        sizeBytes,
      }));
      if (!looked?.kind) continue;
      const fileId = randomBytes(12).toString('hex');
      files.push({ fileId, name, folder: shownAs, kind: looked.kind, sizeBytes: looked.sizeBytes, path });
    }
  }
}

async function patiently<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  const { promise, resolve } = Promise.withResolvers<Result<Value>>();
  const timer = setTimeout(() => resolve(gone), PATIENCE_SECONDS * 1_000);
  try {
    return await Promise.race([work(), promise]);
  } finally {
    clearTimeout(timer);
  }
}

function isPlainFolder(entry: Dirent): boolean {
  return entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'System Volume Information';
}

/** Null when it is not there, or not any more. In the order of names, as people look for them. */
async function entriesOf(folder: string): Promise<Dirent[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.slice(0, MOST_ENTRIES).sort((one, other) => one.name.localeCompare(other.name, 'fr'));
  } catch (error) {
    return absentOr(error);
  }
}

/** Null when the file is not there any more, or is no file. */
async function reading<Value>(
  path: string,
  look: (handle: FileHandle, sizeBytes: number) => Promise<Value>,
): Promise<Value | null> {
  try {
    await using handle = await open(path, FLAGS);
    const about = await handle.stat();
    return about.isFile() ? await look(handle, about.size) : null;
  } catch (error) {
    return absentOr(error);
  }
}

async function readStart(handle: FileHandle, bytes: number): Promise<Uint8Array> {
  const content = Buffer.alloc(bytes);
  let read = 0;
  while (read < bytes) {
    const { bytesRead } = await handle.read(content, read, bytes - read, read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return content.subarray(0, read);
}

/** A file that may not be read is as good as not there; what else goes wrong is a bug. */
function absentOr(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (GONE.has(code) || code === 'EACCES' || code === 'EPERM' || code === 'ELOOP') return null;
  throw error;
}
