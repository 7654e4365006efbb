/** The pages of a long list as they come in, the newest first, put together into one. */
import type { Failure } from '../../preload/contract.ts';

/** More lines than anybody reads on a terminal, and as many as it draws without effort. */
export const SHOWN_ENTRIES_MAX = 2_000;

export interface Pages<Entry extends { id: string }> {
  entries: readonly Entry[];
  /** Where the next page begins: null for the first page and after the last one, see `phase`. */
  cursor: string | null;
  phase: PagesPhase;
}

export type PagesPhase =
  | { name: 'loading' }
  /** There is more, to be fetched when the person comes near it. */
  | { name: 'partial' }
  | { name: 'complete' }
  /** There is more than is shown on one screen. */
  | { name: 'tooMany' }
  | { name: 'failed'; error: Failure };

export interface Page<Entry> {
  entries: readonly Entry[];
  nextCursor: string | null;
}

export function noPages<Entry extends { id: string }>(): Pages<Entry> {
  return { entries: [], cursor: null, phase: { name: 'loading' } };
}

export function withPage<Entry extends { id: string }>(pages: Pages<Entry>, page: Page<Entry>): Pages<Entry> {
  const known = new Set(pages.entries.map(({ id }) => id));
  const fresh = page.entries.filter(({ id }) => !known.has(id));
  const entries = [...pages.entries, ...fresh].slice(0, SHOWN_ENTRIES_MAX);
  return { entries, cursor: page.nextCursor, phase: phaseAfter(pages, page, entries.length) };
}

export function withFailure<Of extends Pages<{ id: string }>>(pages: Of, error: Failure): Of {
  return { ...pages, phase: { name: 'failed', error } };
}

export function whileLoading<Of extends Pages<{ id: string }>>(pages: Of): Of {
  return { ...pages, phase: { name: 'loading' } };
}

function phaseAfter<Entry extends { id: string }>(
  pages: Pages<Entry>,
  page: Page<Entry>,
  shownCount: number,
): PagesPhase {
  const more = page.nextCursor !== null;
  const dropped = pages.entries.length + page.entries.length > SHOWN_ENTRIES_MAX;
  if (shownCount >= SHOWN_ENTRIES_MAX && (more || dropped)) return { name: 'tooMany' };
  // A cursor that leads in a circle would load for ever.
  const stuck = more && page.nextCursor === pages.cursor;
  if (stuck) return { name: 'failed', error: { code: 'API_BROKEN_ANSWER' } };
  return { name: more ? 'partial' : 'complete' };
}
