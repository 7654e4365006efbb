import { type Answer, ok, problem } from '../answer.ts';
import type { ValidRequest } from '../contract.ts';
import type { LandlordSystem } from '../landlord-system.ts';

/** One page of a list that is all at hand. */
export function pageOf(
  all: readonly unknown[],
  list: readonly string[],
  request: ValidRequest,
  system: LandlordSystem,
): Answer {
  const { cursor, limit } = request.query as { cursor?: string; limit: number };
  const place = cursor === undefined ? [0] : system.cursors.open([...list], cursor);
  if (!place) return problem('cursor.invalid');
  const [start = 0] = place;
  const end = start + limit;
  return ok({
    items: all.slice(start, end),
    nextCursor: end < all.length ? system.cursors.seal([...list], [end]) : null,
  });
}
