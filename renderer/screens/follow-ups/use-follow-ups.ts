import type { CallOutput, Failure } from '../../../preload/contract.ts';
import type { FollowUp } from '../../../preload/request-contract.ts';
import { ask } from '../../app/kiosk.ts';
import { noPages, type Pages, withPage } from '../../app/pages.ts';
import { usePages } from '../../app/use-pages.ts';

type FollowUpPage = Extract<CallOutput<'followUp.list'>, { ok: true }>['value'];

interface FollowUpPages extends Pages<FollowUp> {
  /** Why what the landlord knows of is not there. */
  unread: Failure | null;
}

const NO_FOLLOW_UPS: FollowUpPages = { ...noPages(), unread: null };

/** What somebody did lately, the newest first, page after page. */
export function useFollowUps(): { followUps: FollowUpPages; loadMore(): void } {
  const { pages, loadMore } = usePages<FollowUpPages, FollowUpPage>({
    key: 'mine',
    empty: NO_FOLLOW_UPS,
    read: (cursor) => ask('followUp.list', { cursor }),
    add: (before, { followUps, nextCursor, unread }) => ({
      ...withPage(before, { entries: followUps, nextCursor }),
      unread,
    }),
  });
  return { followUps: pages, loadMore };
}
