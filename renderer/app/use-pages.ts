import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '../../preload/contract.ts';
import { type Pages, whileLoading, withFailure } from './pages.ts';

export interface PagesQuestion<Of extends Pages<{ id: string }>, Page> {
  /** Another key is another question, asked from its beginning. */
  key: string;
  empty: Of;
  read(cursor: string | null): Promise<Result<Page>>;
  add(pages: Of, page: Page): Of;
}

/** A long list, page after page. */
export function usePages<Of extends Pages<{ id: string }>, Page>(
  question: PagesQuestion<Of, Page>,
): { pages: Of; loadMore(): void } {
  const { key } = question;
  const [shown, setShown] = useState<{ key: string; pages: Of }>({ key, pages: question.empty });
  const asking = useRef<string | null>(null);
  const pages = shown.key === key ? shown.pages : question.empty;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether it is another question
  const load = useCallback(
    async (before: Of) => {
      const asked = `${key} ${before.cursor}`;
      if (asking.current === asked) return;
      asking.current = asked;
      setShown({ key, pages: whileLoading(before) });
      const answer = await question.read(before.cursor);
      // Something else was chosen meanwhile.
      if (asking.current !== asked) return;
      asking.current = null;
      setShown({
        key,
        pages: answer.ok ? question.add(before, answer.value) : withFailure(before, answer.error),
      });
    },
    [key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is empty is empty under each key
  useEffect(() => {
    void load(question.empty);
    return () => {
      asking.current = null;
    };
  }, [load]);

  return { pages, loadMore: () => void load(pages) };
}
