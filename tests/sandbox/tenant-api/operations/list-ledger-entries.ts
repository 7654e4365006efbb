import { ok, problem } from '../answer.ts';
import { digestOf, type LedgerEntry, stretchBetween, stretchOf } from '../ledger.ts';
import { recentPaymentsOf } from '../payments.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

interface Query {
  readonly from?: string;
  readonly to?: string;
  readonly since?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * A reading holds positions: the first and the end of the period as they were on its first page, up to where the
 * kiosk knew it already, and where the next page ends. What is booked in the meantime moves none of them, so no entry
 * is lost or given twice; what is put right in the meantime ends the reading.
 */
interface Reading {
  readonly first: number;
  readonly known: number;
  readonly end: number;
  readonly pageEnd: number;
}

export const listLedgerEntries: PerformOperation = (request, caller, system) => {
  const account = accountOf(tenantOf(caller, system), request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { from, to, since, cursor, limit } = request.query as unknown as Query;
  if (from !== undefined && to !== undefined && from > to) {
    return problem('request.invalid', { detail: 'query/to must not be before query/from' });
  }

  const { entries } = account;
  const list = ['ledger-entries', account.id, from ?? '', to ?? ''];
  const question = [...list, since ?? ''];
  const changes = [...list, 'changes'];
  const reading = cursor === undefined ? begin() : goOn(cursor);
  if (!reading) return problem('cursor.invalid');

  const { first, known, end, pageEnd } = reading;
  const pageFirst = Math.max(known, pageEnd - limit);
  const digest = digestOf(entries, first, end);
  const { openingBalanceCents, closingBalanceCents } = stretchBetween(entries, first, end);
  return ok({
    items: entries.slice(pageFirst, pageEnd).reverse(),
    nextCursor:
      pageFirst > known ? system.cursors.seal(question, [first, known, end, pageFirst, digest]) : null,
    // Nothing new: the same answer as the next time, so that it need not be told again.
    changesCursor:
      since !== undefined && known === end ? since : system.cursors.seal(changes, [first, end, digest]),
    openingBalanceCents,
    closingBalanceCents,
    entryCount: end - first,
    recentPayments: recentPaymentsOf(system.payments.ofAccount(account.id)),
  });

  function begin(): Reading | null {
    const { first, end } = stretchOf(entries, from ?? null, to ?? null);
    if (since === undefined) return { first, known: first, end, pageEnd: end };
    const [knownFirst, known = 0, digest] = system.cursors.open(changes, since) ?? [];
    const isAsKnown = knownFirst === first && isStill(entries, first, known, digest);
    return isAsKnown ? { first, known, end, pageEnd: end } : null;
  }

  function goOn(from: string): Reading | null {
    const [first = 0, known = 0, end = 0, pageEnd = 0, digest] = system.cursors.open(question, from) ?? [];
    return isStill(entries, first, end, digest) ? { first, known, end, pageEnd } : null;
  }
};

function isStill(entries: readonly LedgerEntry[], first: number, end: number, digest: number | undefined) {
  return digest === digestOf(entries, first, end);
}
