import type { CallOutput } from '../../../preload/contract.ts';
import type { PastPayment } from '../../../preload/payment-contract.ts';
import { ask } from '../../app/kiosk.ts';
import { noPages, type Pages, withPage } from '../../app/pages.ts';
import { usePages } from '../../app/use-pages.ts';

type PaymentPage = Extract<CallOutput<'payment.list'>, { ok: true }>['value'];

const NO_PAYMENTS: Pages<PastPayment> = noPages();

/** What was paid for one lease, the newest first, page after page. */
export function usePayments(accountId: string): { payments: Pages<PastPayment>; loadMore(): void } {
  const { pages, loadMore } = usePages<Pages<PastPayment>, PaymentPage>({
    key: accountId,
    empty: NO_PAYMENTS,
    read: (cursor) => ask('payment.list', { accountId, cursor }),
    add: (before, { payments, nextCursor }) => withPage(before, { entries: payments, nextCursor }),
  });
  return { payments: pages, loadMore };
}
