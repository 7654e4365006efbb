import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartCheck } from '../part-check.ts';

const BYTES_IN_A_MEGABYTE = 1_000_000;
/** Logs, queue and caches of years fit in it; less than it means that something else fills the disk. */
const LOW_BELOW_MEGABYTES = 500;
/** About two log files, and the queue with its write-ahead log beside them. */
const FULL_BELOW_MEGABYTES = 50;

const OWNER_ONLY_FILE = 0o600;

export interface DiskAccess {
  /** Of the file system that holds the folder; throws what the file system throws. */
  freeBytes(folder: string): Promise<number>;
  /** Writes a small file into the folder and takes it away again. */
  tryToWrite(folder: string): Promise<void>;
}

/** Whether the kiosk's own folder can be written to, and will be for a while. */
export function checkDisk(dataFolder: string, disk: DiskAccess = machineDisk): PartCheck {
  return {
    part: 'disk',
    async check() {
      let free: number;
      try {
        free = await disk.freeBytes(dataFolder);
      } catch (error) {
        return { state: 'unfit', code: 'DISK_UNREADABLE', facts: { cause: causeOf(error) } };
      }
      const freeMegabytes = Math.floor(free / BYTES_IN_A_MEGABYTE);
      if (freeMegabytes < FULL_BELOW_MEGABYTES) {
        return { state: 'unfit', code: 'DISK_FULL', facts: { freeMegabytes } };
      }
      try {
        await disk.tryToWrite(dataFolder);
      } catch (error) {
        const facts = { freeMegabytes, cause: causeOf(error) };
        return { state: 'unfit', code: 'DISK_NOT_WRITABLE', facts };
      }
      return freeMegabytes < LOW_BELOW_MEGABYTES
        ? { state: 'degraded', code: 'DISK_LOW', facts: { freeMegabytes } }
        : { state: 'fit', code: 'OK', facts: { freeMegabytes } };
    },
  };
}

const machineDisk: DiskAccess = {
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
  async tryToWrite(folder) {
    const file = join(folder, `write-test-${randomUUID()}`);
    try {
      await writeFile(file, 'A file system says that it can be written to only when it is.', {
        flag: 'wx',
        flush: true,
        mode: OWNER_ONLY_FILE,
      });
    } finally {
      await rm(file, { force: true });
    }
  },
};

function causeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
