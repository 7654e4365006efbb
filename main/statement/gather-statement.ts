/** Reads a whole period of an account, page by page, and gives it only if it is whole. */
import type { Failure, Result } from '../../preload/contract.ts';
import type { LedgerEntry } from '../tenant-api/generated/model/index.ts';
import { isLineCut } from '../tenant-api/line-is-cut.ts';
import type { ListedLedger, TenantConnection } from '../tenant-api/tenant-api.ts';

/** About 145 pages of paper: more is never what a person at a kiosk wants. */
export const MAX_STATEMENT_ENTRIES = 5_000;
/** The contract's own upper bound. */
const ENTRIES_PER_PAGE = 200;

export interface GatheredPeriod {
  openingBalanceCents: number;
  closingBalanceCents: number;
  /** The oldest first, as paper is read. */
  entries: LedgerEntry[];
}

export async function gatherStatement(
  connection: TenantConnection,
  period: { accountId: string; from: string; to: string },
  signal: AbortSignal,
): Promise<Result<GatheredPeriod>> {
  const entries: LedgerEntry[] = [];
  let first: ListedLedger | null = null;
  let cursor: string | null = null;

  do {
    if (signal.aborted) return failure('SESSION_OVER');
    const answer: Result<ListedLedger> = await connection.readLedgerPage({
      ...period,
      cursor,
      limit: ENTRIES_PER_PAGE,
    });
    if (!answer.ok) return isLineCut(answer.error) ? asRead(connection, period, answer) : answer;

    const page = answer.value;
    first ??= page;
    entries.push(...page.items);
    if (first.entryCount > MAX_STATEMENT_ENTRIES) return failure('PERIOD_TOO_LONG');
    // A server that hands out page after page would never stop by itself.
    if (entries.length > first.entryCount) return failure('API_BROKEN_ANSWER');
    cursor = page.nextCursor;
  } while (cursor !== null);

  // Something was booked while the pages were read, or a page was lost: half a truth is not printed.
  if (entries.length !== first.entryCount) return failure('API_BROKEN_ANSWER');
  return { ok: true, value: gathered(first, entries) };
}

/** What a person has before their eyes can be printed while the line is cut, if it is all of the period. */
function asRead(
  connection: TenantConnection,
  period: { accountId: string; from: string; to: string },
  cut: Result<never>,
): Result<GatheredPeriod> {
  const ledger = connection.readWholeLedger(period);
  if (ledger === null || ledger.items.length !== ledger.entryCount) return cut;
  return { ok: true, value: gathered(ledger, ledger.items) };
}

/** `items`: the newest first. */
function gathered(
  { openingBalanceCents, closingBalanceCents }: ListedLedger,
  items: readonly LedgerEntry[],
): GatheredPeriod {
  return { openingBalanceCents, closingBalanceCents, entries: items.toReversed() };
}

function failure(code: Failure['code']): { ok: false; error: Failure } {
  return { ok: false, error: { code } };
}
