import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';

/** More than anybody has of what is read whole. */
const MAX_PAGES = 5;

/**
 * All the pages of a list, for lists that are short. API_BROKEN_ANSWER when something is told twice, when a cursor
 * leads in a circle, or when there is no end of it.
 */
export async function everyPage<Page extends { items: { id: string }[]; nextCursor: string | null }>(
  operation: string,
  readPage: (cursor: string | undefined) => Promise<Result<Page>>,
  log: Log,
): Promise<Result<{ first: Page; items: Page['items'] }>> {
  const seen = new Map<string, Page['items'][number]>();
  let first: Page | null = null;
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page = await readPage(cursor);
    if (!page.ok) return page;
    first ??= page.value;
    for (const item of page.value.items) {
      if (seen.has(item.id)) return broken('repeated-item');
      seen.set(item.id, item);
    }
    const { nextCursor } = page.value;
    if (nextCursor === null) return { ok: true, value: { first, items: [...seen.values()] } };
    if (nextCursor === cursor) return broken('cursor-loop');
    cursor = nextCursor;
  }
  return broken('too-many-pages');

  function broken(breach: 'repeated-item' | 'cursor-loop' | 'too-many-pages'): Result<never> {
    log.warn('tenant-api.failed', { operation, code: 'API_BROKEN_ANSWER', breach });
    return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
  }
}
