import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../app/kiosk.ts';
import { askedPeriod, periodKey, type Selection } from '../../app/selection.ts';
import { EMPTY_LEDGER, type Ledger, whileLoading, withFailure, withPage } from './ledger-pages.ts';

/** The ledger of one lease and one period, page after page. */
export function useLedger(selection: Selection): { ledger: Ledger; loadMore(): void } {
  const key = `${selection.account.id} ${periodKey(selection.period)}`;
  const [shown, setShown] = useState<{ key: string; ledger: Ledger }>({ key, ledger: EMPTY_LEDGER });
  const asking = useRef<string | null>(null);
  const ledger = shown.key === key ? shown.ledger : EMPTY_LEDGER;

  const load = useCallback(
    async (before: Ledger) => {
      const question = `${key} ${before.cursor}`;
      if (asking.current === question) return;
      asking.current = question;
      setShown({ key, ledger: whileLoading(before) });
      const answer = await ask('account.readLedger', {
        ...askedPeriod(selection),
        cursor: before.cursor,
      });
      // Another lease or period was chosen meanwhile.
      if (asking.current !== question) return;
      asking.current = null;
      setShown({
        key,
        ledger: answer.ok ? withPage(before, answer.value) : withFailure(before, answer.error),
      });
    },
    [key, selection],
  );

  useEffect(() => {
    void load(EMPTY_LEDGER);
    return () => {
      asking.current = null;
    };
  }, [load]);

  return { ledger, loadMore: () => void load(ledger) };
}
