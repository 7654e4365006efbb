/** Where the person stands, and what they can do. */
import './home.css';
import { CreditCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account, Tenant } from '../../../preload/contract.ts';
import type { ResidenceAlert } from '../../../preload/information-contract.ts';
import { isolated } from '../../app/formats.ts';
import type { Reading } from '../../app/use-reading.ts';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { AlertBanner } from '../alerts/alert-banner.tsx';
import type { ToRemindOf } from '../insurance/first-to-remind-of.ts';
import { InsuranceReminder } from '../insurance/insurance-reminder.tsx';
import { canBePaid, HomeTiles, type MenuName, type ServiceName } from '../tenant/services.tsx';
import { Leases } from './leases.tsx';

const NO_ACCOUNTS: readonly Account[] = [];

export interface HomeProps {
  tenant: Tenant;
  accounts: Reading<readonly Account[]>;
  alerts: readonly ResidenceAlert[];
  /** Null where every dwelling is insured, and until that is known. */
  uninsured: ToRemindOf | null;
  onRetry(): void;
  onPay(): void;
  onService(name: ServiceName): void;
  onMenu(name: MenuName): void;
  /** The insurance of one lease. */
  onInsurance(account: Account): void;
}

export function Home(props: HomeProps) {
  const { tenant, accounts, alerts, uninsured, onRetry, onPay, onService, onMenu, onInsurance } = props;
  const { t } = useTranslation();
  const list = accounts.name === 'ready' ? accounts.value : NO_ACCOUNTS;
  return (
    <Frame
      screen="home"
      title={t('home.title', { name: isolated(tenant.displayName) })}
      lead={list.length > 0 ? t('home.lead') : undefined}
    >
      <div className="home">
        <div className="home__first">
          <AlertBanner alerts={alerts} onOpen={() => onService('alerts')} />
          <section className="home__balances" aria-label={t('home.balances')}>
            <Situation accounts={accounts} onRetry={onRetry} onAll={() => onService('account')} />
          </section>
          {list.some(canBePaid) && (
            <Tile icon={CreditCard} word={t('home.pay')} text={t('home.payText')} onPress={onPay} />
          )}
        </div>
        {accounts.name !== 'loading' && (
          <section className="home__tiles" aria-label={t('home.choices')}>
            <HomeTiles lives={list.map(({ life }) => life)} onService={onService} onMenu={onMenu} />
          </section>
        )}
        {uninsured && (
          <div className="home__reminder">
            <InsuranceReminder of={uninsured} isOneOfSeveral={list.length > 1} onOpen={onInsurance} />
          </div>
        )}
      </div>
    </Frame>
  );
}

function Situation({
  accounts,
  onRetry,
  onAll,
}: {
  accounts: Reading<readonly Account[]>;
  onRetry(): void;
  onAll(): void;
}) {
  const { t } = useTranslation();
  switch (accounts.name) {
    case 'loading':
      return (
        <Waiting
          text={t('account.loading')}
          explanation={t('account.loadingExplained')}
          longText={t('home.loadingLong')}
        />
      );
    case 'failed':
      return <FailureNotice error={accounts.error} onRetry={onRetry} />;
    case 'ready':
      return accounts.value.length === 0 ? (
        <Notice kind="information">{t('home.noAccount')}</Notice>
      ) : (
        <Leases accounts={accounts.value} onAll={onAll} />
      );
    default:
      return accounts satisfies never;
  }
}
