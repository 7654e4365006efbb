import type { CallOutput, Failure } from '../../../preload/contract.ts';
import type { RequestHead } from '../../../preload/request-contract.ts';
import { ask } from '../../app/kiosk.ts';
import { noPages, type Pages, withPage } from '../../app/pages.ts';
import { usePages } from '../../app/use-pages.ts';

type RequestPage = Extract<CallOutput<'request.list'>, { ok: true }>['value'];

interface RequestPages extends Pages<RequestHead> {
  /** Why the landlord's own are not there. */
  unread: Failure | null;
}

const NO_REQUESTS: RequestPages = { ...noPages(), unread: null };

/** What was asked for on one lease, the newest first, page after page. */
export function useRequests(accountId: string): { requests: RequestPages; loadMore(): void } {
  const { pages, loadMore } = usePages<RequestPages, RequestPage>({
    key: accountId,
    empty: NO_REQUESTS,
    read: (cursor) => ask('request.list', { accountId, cursor }),
    add: (before, { requests, nextCursor, unread }) => ({
      ...withPage(before, { entries: requests, nextCursor }),
      unread,
    }),
  });
  return { requests: pages, loadMore };
}
