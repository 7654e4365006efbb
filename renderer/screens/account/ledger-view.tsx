import { useTranslation } from 'react-i18next';
import type { AccountPeriod } from '../../../preload/contract.ts';
import { dayInText, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { PagesEnd } from '../../components/pages-end/pages-end.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';
import type { Ledger } from './ledger-pages.ts';
import { LedgerTable } from './ledger-table.tsx';

export interface LedgerViewProps {
  ledger: Ledger;
  period: AccountPeriod;
  onNearEnd(): void;
}

export function LedgerView({ ledger, period, onNearEnd }: LedgerViewProps) {
  const { t } = useTranslation();
  const { phase } = ledger;
  const hasLines = ledger.entries.length > 0 || ledger.beingRecorded.length > 0;
  return (
    <ScrollArea
      // Another period begins at its own top.
      key={`${period.from} ${period.to}`}
      label={t('account.table')}
      upWord={t('account.newer')}
      downWord={t('account.older')}
      growing={phase.name === 'partial' || phase.name === 'loading'}
    >
      {hasLines && <LedgerTable ledger={ledger} period={period} />}
      <PagesEnd
        phase={phase}
        hasLines={hasLines}
        words={{
          loading: t('account.loading'),
          empty: t('account.empty'),
          emptyText: t('account.emptyText'),
          tooMany: (shown) => t('account.tooMany', { shown }),
        }}
        onNearEnd={onNearEnd}
      >
        <OpeningBalance ledger={ledger} period={period} />
      </PagesEnd>
    </ScrollArea>
  );
}

/** Where the oldest line started from, so that anybody can add up. */
function OpeningBalance({ ledger, period }: { ledger: Ledger; period: AccountPeriod }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  if (ledger.openingBalanceCents === null) return null;
  return (
    <p className="ledger-opening">
      {t('account.opening', { day: dayInText(period.from, locale) })}{' '}
      <strong>{money(ledger.openingBalanceCents, locale)}</strong>
    </p>
  );
}
