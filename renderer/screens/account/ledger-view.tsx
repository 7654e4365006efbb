import { useTranslation } from 'react-i18next';
import type { AccountPeriod } from '../../../preload/contract.ts';
import { count, dayInText, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { type Ledger, SHOWN_ENTRIES_MAX } from './ledger-pages.ts';
import { LedgerTable } from './ledger-table.tsx';
import { NearEnd } from './near-end.tsx';

export interface LedgerViewProps {
  ledger: Ledger;
  period: AccountPeriod;
  onNearEnd(): void;
}

export function LedgerView({ ledger, period, onNearEnd }: LedgerViewProps) {
  const { t } = useTranslation();
  return (
    <ScrollArea
      // Another period begins at its own top.
      key={`${period.from} ${period.to}`}
      label={t('account.table')}
      upWord={t('account.newer')}
      downWord={t('account.older')}
      growing={ledger.phase.name === 'partial' || ledger.phase.name === 'loading'}
    >
      {ledger.entries.length > 0 && <LedgerTable ledger={ledger} period={period} />}
      <LedgerEnd ledger={ledger} period={period} onNearEnd={onNearEnd} />
    </ScrollArea>
  );
}

/** What stands after the last line: nothing, more to come, too much, or what went wrong. */
function LedgerEnd({ ledger, period, onNearEnd }: LedgerViewProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { phase } = ledger;
  switch (phase.name) {
    case 'loading':
      return (
        <Waiting
          text={t(ledger.entries.length === 0 ? 'account.loading' : 'account.loadingMore')}
          explanation={t('account.loadingExplained')}
          longText={t('account.loadingLong')}
        />
      );
    case 'partial':
      return <NearEnd onNear={onNearEnd} />;
    case 'complete':
      return ledger.entries.length > 0 ? (
        <OpeningBalance ledger={ledger} period={period} />
      ) : (
        <Notice kind="information">
          <p>
            <strong>{t('account.empty')}</strong>
          </p>
          <p>{t('account.emptyText')}</p>
        </Notice>
      );
    case 'tooMany':
      return (
        <Notice kind="information">
          {t('account.tooMany', { shown: count(SHOWN_ENTRIES_MAX, locale) })}
        </Notice>
      );
    case 'failed':
      return (
        <Notice
          kind="problem"
          code={phase.error.code}
          actions={<Button onPress={onNearEnd}>{t('failure.retry')}</Button>}
        >
          {t(`errors.${phase.error.code}`)}
        </Notice>
      );
    default:
      return phase satisfies never;
  }
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
