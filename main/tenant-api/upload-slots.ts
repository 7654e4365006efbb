/** What the signed-in person's own telephone sends: a page of the landlord's, opened and closed from here. */
import { createHash } from 'node:crypto';
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { expectedAnswers } from './expected-answers.ts';
import type { UploadProgress, UploadSlot } from './generated/model/index.ts';
import {
  createUploadSlot,
  deleteUploadSlot,
  readUploadedFile,
  readUploadSlot,
} from './generated/operations.ts';
import type { ReadAsTenant } from './read-as-tenant.ts';

export interface UploadSlots {
  /** In place of the one before. */
  open(): Promise<Result<UploadSlot>>;
  /** PHONE_PAGE_OVER when its time is over, or when it never was this person's. */
  read(slotId: string): Promise<Result<UploadProgress>>;
  /** API_BROKEN_ANSWER when it is not what its checksum was made of. */
  readFile(slotId: string, fileId: string): Promise<Result<Uint8Array>>;
  /** With all that was sent to it. */
  close(slotId: string): Promise<Result<void>>;
}

/** The largest file, on a line of two megabits a second. */
const DOWNLOAD_SECONDS = 120;

export function createUploadSlots(parts: { read: ReadAsTenant; newId: () => string; log: Log }): UploadSlots {
  const { read, newId, log } = parts;

  return {
    open() {
      const idempotencyKey = newId();
      return read((sent) =>
        createUploadSlot({ ...sent, expected: expectedAnswers.createUploadSlot, idempotencyKey }),
      );
    },

    read: (slotId) =>
      read((sent) => readUploadSlot(slotId, { ...sent, expected: expectedAnswers.readUploadSlot })),

    async readFile(slotId, fileId) {
      const file = await read(
        (sent) => readUploadedFile(slotId, fileId, { ...sent, expected: expectedAnswers.readUploadedFile }),
        { timeoutSeconds: DOWNLOAD_SECONDS },
      );
      if (!file.ok) return file;
      const content = Buffer.from(file.value.content, 'base64');
      if (createHash('sha256').update(content).digest('hex') === file.value.sha256) {
        return { ok: true, value: content };
      }
      log.warn('tenant-api.failed', { operation: 'readUploadedFile', code: 'API_BROKEN_ANSWER' });
      return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
    },

    close(slotId) {
      const idempotencyKey = newId();
      return read((sent) =>
        deleteUploadSlot(slotId, { ...sent, expected: expectedAnswers.deleteUploadSlot, idempotencyKey }),
      );
    },
  };
}
