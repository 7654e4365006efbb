import type { LedgerPage } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';
import { askedPeriod, periodKey, type Selection } from '../../app/selection.ts';
import { usePages } from '../../app/use-pages.ts';
import { EMPTY_LEDGER, type Ledger, withPage } from './ledger-pages.ts';

/** The ledger of one lease and one period, page after page. */
export function useLedger(selection: Selection): { ledger: Ledger; loadMore(): void } {
  const { pages, loadMore } = usePages<Ledger, LedgerPage>({
    key: `${selection.account.id} ${periodKey(selection.period)}`,
    empty: EMPTY_LEDGER,
    read: (cursor) => ask('account.readLedger', { ...askedPeriod(selection), cursor }),
    add: withPage,
  });
  return { ledger: pages, loadMore };
}
