/** How each lease stands: on cards while there are few of them, else in lines, so that all services stay in sight. */
import '../../styles/card.css';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract.ts';
import { dayInText, listInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { BalanceSentence } from '../../components/balance/balance-sentence.tsx';
import { useBalanceWords } from '../../components/balance/balance-words.ts';
import { Button } from '../../components/button/button.tsx';

const MOST_CARDS = 2;
const MOST_LINES = 3;
const LINES_BESIDE_A_BUTTON = 2;

export interface LeasesProps {
  accounts: readonly Account[];
  /** To where each of them can be chosen. */
  onAll(): void;
}

export function Leases({ accounts, onAll }: LeasesProps) {
  const { t } = useTranslation();
  if (accounts.length <= MOST_CARDS) {
    return accounts.map((account) =>
      account.life === 'coming' ? (
        <ComingCard key={account.id} account={account} />
      ) : (
        <BalanceCard key={account.id} account={account} />
      ),
    );
  }
  // What is owed first: nobody looks for it among twenty garages.
  const owedFirst = accounts.toSorted((one, other) => other.balanceCents - one.balanceCents);
  const shown = accounts.length <= MOST_LINES ? owedFirst : owedFirst.slice(0, LINES_BESIDE_A_BUTTON);
  const others = accounts.length - shown.length;
  return (
    <article className="card lease-lines">
      <ul>
        {shown.map((account) => (
          <LeaseLine key={account.id} account={account} />
        ))}
      </ul>
      {others > 0 && <Button onPress={onAll}>{t('lives.others', { count: others })}</Button>}
    </article>
  );
}

function LeaseLine({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <li className="lease-line">
      <span>
        {t('balance.lease', { number: account.leaseNumber })}
        <br />
        <bdi className="lease-line__place">{account.addressLines[0]}</bdi>
      </span>
      <span className="lease-line__balance">
        {account.life === 'coming' ? (
          t('lives.begins', { day: dayInText(account.startsOn, locale) })
        ) : (
          <BalanceSentence balanceCents={account.balanceCents} />
        )}
      </span>
    </li>
  );
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
      {account.life === 'former' && account.endsOn !== null && (
        <p>
          <strong>{t('lives.ended', { day: dayInText(account.endsOn, locale) })}</strong>{' '}
          {t(account.balanceCents > 0 ? 'lives.endedOwing' : 'lives.endedSettled')}
        </p>
      )}
      <p className="balance-card__day">{t('balance.asOf', { day: dayInText(account.asOf, locale) })}</p>
      <LeaseWords account={account} />
    </article>
  );
}

/** Nothing is booked yet: a welcome, and what there is to do until the keys are there. */
function ComingCard({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <article className="card balance-card">
      <p className="balance-card__sentence">{t('lives.welcome')}</p>
      <p>
        <strong>{t('lives.begins', { day: dayInText(account.startsOn, locale) })}</strong>{' '}
        {t('lives.nothingOwed')}
      </p>
      <p>{t('lives.prepare')}</p>
      <LeaseWords account={account} />
    </article>
  );
}

function LeaseWords({ account: { leaseNumber, addressLines, holders } }: { account: Account }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <p>
      {t('balance.lease', { number: leaseNumber })}
      <br />
      <bdi>{addressLines.join(', ')}</bdi>
      {holders.length > 1 && (
        <>
          <br />
          {t('lives.holders', { names: listInText(holders, locale) })}
        </>
      )}
    </p>
  );
}
