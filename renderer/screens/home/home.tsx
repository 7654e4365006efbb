/** Where the person stands, and what they can do. */
import '../../styles/card.css';
import './home.css';
import { CreditCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account, Tenant } from '../../../preload/contract.ts';
import type { ResidenceAlert } from '../../../preload/information-contract.ts';
import { dayInText, isolated } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { BalanceSentence } from '../../components/balance/balance-sentence.tsx';
import { useBalanceWords } from '../../components/balance/balance-words.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { AlertBanner } from '../alerts/alert-banner.tsx';
import { InsuranceReminder } from '../insurance/insurance-reminder.tsx';
import { HomeTiles, type MenuName, type ServiceName } from '../tenant/services.tsx';
import type { AccountsState } from '../tenant/use-accounts.ts';

/** More leases than this stand side by side, so that the tiles stay in sight. */
const ROOMY_LEASES_MAX = 2;

export interface HomeProps {
  tenant: Tenant;
  accounts: AccountsState;
  alerts: readonly ResidenceAlert[];
  onRetry(): void;
  onPay(): void;
  onService(name: ServiceName): void;
  onMenu(name: MenuName): void;
  /** The insurance of one lease. */
  onInsurance(account: Account): void;
}

export function Home(props: HomeProps) {
  const { tenant, accounts, alerts, onRetry, onPay, onService, onMenu, onInsurance } = props;
  const { t } = useTranslation();
  const leaseCount = accounts.name === 'ready' ? accounts.accounts.length : 0;
  const hasLease = leaseCount > 0;
  return (
    <Frame
      screen="home"
      title={t('home.title', { name: isolated(tenant.displayName) })}
      lead={hasLease ? t('home.lead') : undefined}
    >
      <div className="home">
        <div className="home__first">
          <AlertBanner alerts={alerts} onOpen={() => onService('alerts')} />
          <section
            className={`home__balances ${leaseCount > ROOMY_LEASES_MAX ? 'home__balances--many' : ''}`}
            aria-label={t('home.balances')}
          >
            <Situation accounts={accounts} onRetry={onRetry} />
          </section>
          {hasLease && (
            <Tile icon={CreditCard} word={t('home.pay')} text={t('home.payText')} onPress={onPay} />
          )}
          {accounts.name === 'ready' && (
            <InsuranceReminder accounts={accounts.accounts} onOpen={onInsurance} />
          )}
        </div>
        {accounts.name !== 'loading' && (
          <section className="home__tiles" aria-label={t('home.choices')}>
            <HomeTiles hasLease={hasLease} onService={onService} onMenu={onMenu} />
          </section>
        )}
      </div>
    </Frame>
  );
}

function Situation({ accounts, onRetry }: { accounts: AccountsState; onRetry(): void }) {
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
      return (
        <Notice
          kind="problem"
          code={accounts.error.code}
          actions={<Button onPress={onRetry}>{t('failure.retry')}</Button>}
        >
          {t(`errors.${accounts.error.code}`)}
        </Notice>
      );
    case 'ready':
      return accounts.accounts.length === 0 ? (
        <Notice kind="information">{t('home.noAccount')}</Notice>
      ) : (
        accounts.accounts.map((account) => <BalanceCard key={account.id} account={account} />)
      );
    default:
      return accounts satisfies never;
  }
}

function BalanceCard({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const recording = useBalanceWords().recording(account.beingRecorded);
  return (
    <article className="card balance-card">
      <p className="balance-card__sentence">
        <BalanceSentence balanceCents={account.balanceCents} />
      </p>
      {recording && <p>{recording}</p>}
      <p className="balance-card__day">{t('balance.asOf', { day: dayInText(account.asOf, locale) })}</p>
      <p>
        {t('balance.lease', { number: account.leaseNumber })}
        <br />
        <bdi>{account.addressLines.join(', ')}</bdi>
      </p>
    </article>
  );
}
