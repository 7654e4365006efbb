/** Where the person stands, and what they can do. */
import '../../styles/card.css';
import './home.css';
import { CreditCard, FileText, History, Landmark, ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account, Tenant } from '../../../preload/contract.ts';
import { dayInText, isolated } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { BalanceSentence } from '../../components/balance/balance-sentence.tsx';
import { useBalanceWords } from '../../components/balance/balance-words.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { HandInTile } from '../hand-in/hand-in-tile.tsx';
import { PartnerSitesTile } from '../partner-sites/partner-sites-tile.tsx';
import { PaymentMethodsTile } from '../payment-methods/payment-methods-tile.tsx';
import type { AccountsState } from '../tenant/use-accounts.ts';

/** More leases than this stand side by side, so that the tiles stay in sight. */
const ROOMY_LEASES_MAX = 2;

export interface HomeProps {
  tenant: Tenant;
  accounts: AccountsState;
  onRetry(): void;
  onPay(): void;
  onPayments(): void;
  onAccount(): void;
  onStatement(): void;
  onDirectDebit(): void;
  onHandIn(): void;
  onPaymentMethods(): void;
  onPartnerSites(): void;
}

export function Home(props: HomeProps) {
  const { tenant, accounts, onRetry, onPay, onPayments, onAccount } = props;
  const { onStatement, onDirectDebit, onHandIn, onPaymentMethods, onPartnerSites } = props;
  const { t } = useTranslation();
  const leaseCount = accounts.name === 'ready' ? accounts.accounts.length : 0;
  const served = leaseCount > 0;
  return (
    <Frame
      title={t('home.title', { name: isolated(tenant.displayName) })}
      lead={served ? t('home.lead') : undefined}
    >
      <div className="home">
        <div className="home__first">
          <section
            className={`home__balances ${leaseCount > ROOMY_LEASES_MAX ? 'home__balances--many' : ''}`}
            aria-label={t('home.balances')}
          >
            <Situation accounts={accounts} onRetry={onRetry} />
          </section>
          {served && <Tile icon={CreditCard} word={t('home.pay')} text={t('home.payText')} onPress={onPay} />}
        </div>
        {served && (
          <section className="home__tiles" aria-label={t('home.choices')}>
            <Tile
              icon={ReceiptText}
              word={t('home.account')}
              text={t('home.accountText')}
              onPress={onAccount}
            />
            <Tile
              icon={FileText}
              word={t('home.statement')}
              text={t('home.statementText')}
              onPress={onStatement}
            />
            <Tile
              icon={History}
              word={t('home.payments')}
              text={t('home.paymentsText')}
              onPress={onPayments}
            />
            <Tile
              icon={Landmark}
              word={t('directDebit.tile')}
              text={t('directDebit.tileText')}
              onPress={onDirectDebit}
            />
            <HandInTile onPress={onHandIn} />
            <PaymentMethodsTile onPress={onPaymentMethods} />
            <PartnerSitesTile onPress={onPartnerSites} />
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
