/** What the signed-in person's dwelling used and costs, and the papers about it. */
import { createHash } from 'node:crypto';
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import type { Answer } from './answer.ts';
import { expectedAnswers } from './expected-answers.ts';
import type {
  CashSlip,
  ChargeYearPage,
  Consumption,
  LeasePaperPage,
  RentMonthPage,
} from './generated/model/index.ts';
import {
  createCashSlip,
  listChargeYears,
  listLeasePapers,
  listRentMonths,
  readConsumption,
  readPaperFile,
} from './generated/operations.ts';
import type { Sent } from './kiosk-requests.ts';

export interface DwellingReads {
  readConsumption(accountId: string): Promise<Result<Consumption>>;
  /** Each the newest first. API_BROKEN_ANSWER when something is told twice on a page. */
  listChargeYears(request: PageRequest): Promise<Result<ChargeYearPage>>;
  listRentMonths(request: PageRequest): Promise<Result<RentMonthPage>>;
  listLeasePapers(request: PageRequest): Promise<Result<LeasePaperPage>>;
  /** PAPER_UNKNOWN. API_BROKEN_ANSWER when it is not what its checksum was made of. */
  readPaperFile(accountId: string, paperId: string): Promise<Result<Uint8Array>>;
  /**
   * Answered now or not at all: without its code, a slip is nothing. AMOUNT_NOT_POSSIBLE.
   * `idempotencyKey`: a UUID version 7, the same on every try of the same slip.
   */
  createCashSlip(request: {
    accountId: string;
    amountCents: number;
    idempotencyKey: string;
  }): Promise<Result<CashSlip>>;
}

export interface PageRequest {
  accountId: string;
  /** Null for the first page. */
  cursor: string | null;
}

const PAGE_LIMIT = 50;
/** A year: each month has papers of its own to touch. */
const MONTHS_LIMIT = 12;

/** The largest paper, on a line of two megabits a second. */
const DOWNLOAD_SECONDS = 60;

export function createDwellingReads(parts: {
  read: <Value>(
    operation: (sent: Sent) => Promise<Answer<Value>>,
    limits?: { timeoutSeconds?: number },
  ) => Promise<Result<Value>>;
  log: Log;
}): DwellingReads {
  const { read, log } = parts;

  return {
    readConsumption: (accountId) =>
      read((sent) => readConsumption(accountId, { ...sent, expected: expectedAnswers.readConsumption })),

    async listChargeYears({ accountId, cursor }) {
      const page = await read((sent) =>
        listChargeYears(accountId, paramsOf(cursor), {
          ...sent,
          expected: expectedAnswers.listChargeYears,
        }),
      );
      return believed('listChargeYears', page, ({ id }) => id);
    },

    async listRentMonths({ accountId, cursor }) {
      const page = await read((sent) =>
        listRentMonths(accountId, paramsOf(cursor, MONTHS_LIMIT), {
          ...sent,
          expected: expectedAnswers.listRentMonths,
        }),
      );
      return believed('listRentMonths', page, ({ month }) => month);
    },

    async listLeasePapers({ accountId, cursor }) {
      const page = await read((sent) =>
        listLeasePapers(accountId, paramsOf(cursor), {
          ...sent,
          expected: expectedAnswers.listLeasePapers,
        }),
      );
      return believed('listLeasePapers', page, ({ id }) => id);
    },

    async readPaperFile(accountId, paperId) {
      const file = await read(
        (sent) => readPaperFile(accountId, paperId, { ...sent, expected: expectedAnswers.readPaperFile }),
        { timeoutSeconds: DOWNLOAD_SECONDS },
      );
      if (!file.ok) return file;
      const content = Buffer.from(file.value.content, 'base64');
      return createHash('sha256').update(content).digest('hex') === file.value.sha256
        ? { ok: true, value: content }
        : broken('readPaperFile');
    },

    createCashSlip: ({ accountId, amountCents, idempotencyKey }) =>
      read((sent) =>
        createCashSlip(
          accountId,
          { amountCents },
          { ...sent, expected: expectedAnswers.createCashSlip, idempotencyKey },
        ),
      ),
  };

  function believed<Page extends { items: readonly unknown[]; nextCursor: string | null }>(
    operation: string,
    page: Result<Page>,
    nameOf: (item: Page['items'][number]) => string,
  ): Result<Page> {
    if (!page.ok) return page;
    const { items, nextCursor } = page.value;
    const isRepeated = new Set(items.map(nameOf)).size !== items.length;
    // A page that brings nothing and promises more would never end.
    return isRepeated || (nextCursor !== null && items.length === 0) ? broken(operation) : page;
  }

  function broken(operation: string): Result<never> {
    log.warn('tenant-api.failed', { operation, code: 'API_BROKEN_ANSWER' });
    return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
  }
}

function paramsOf(cursor: string | null, limit = PAGE_LIMIT) {
  return { ...(cursor === null ? {} : { cursor }), limit };
}
