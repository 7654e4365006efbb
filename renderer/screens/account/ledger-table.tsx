import '../../styles/ledger-table.css';
import { Hourglass } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, AccountPeriod, LedgerEntry, Locale } from '../../../preload/contract.ts';
import { dayInTable, dayInText, money, signedMoney } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import type { Ledger } from './ledger-pages.ts';

export function LedgerTable({ ledger, period }: { ledger: Ledger; period: AccountPeriod }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <table className="ledger">
      <caption className="only-heard">
        {t('account.caption', { from: dayInText(period.from, locale), to: dayInText(period.to, locale) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('account.date')}</th>
          <th scope="col">{t('account.label')}</th>
          <th scope="col" className="ledger__amount">
            {t('account.debit')} <span className="ledger__hint">{t('account.debitHint')}</span>
          </th>
          <th scope="col" className="ledger__amount">
            {t('account.credit')} <span className="ledger__hint">{t('account.creditHint')}</span>
          </th>
          <th scope="col" className="ledger__amount">
            {t('account.balance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ledger.beingRecorded.map((payment) => (
          <RecordingRow key={payment.paymentId} payment={payment} locale={locale} />
        ))}
        {ledger.entries.map((entry) => (
          <LedgerRow key={entry.id} entry={entry} locale={locale} />
        ))}
      </tbody>
    </table>
  );
}

/** Paid, and not in the balance yet: there is none to show after it. */
function RecordingRow({ payment, locale }: { payment: Account['beingRecorded'][number]; locale: Locale }) {
  const { t } = useTranslation();
  return (
    <tr className="ledger__recording">
      <td className="ledger__date">{dayInTable(payment.paidOn, locale)}</td>
      <td className="ledger__label">
        {t('payment.means.cardAtKiosk')}{' '}
        <span className="ledger__mark">
          <Hourglass className="ledger__mark-icon" aria-hidden /> {t('account.recordingMark')}
        </span>
      </td>
      <td className="ledger__amount" />
      <td className="ledger__amount ledger__amount--credit">
        {signedMoney(payment.amountCents, 'credit', locale)}
      </td>
      <td className="ledger__amount" />
    </tr>
  );
}

const LedgerRow = memo(function LedgerRow({ entry, locale }: { entry: LedgerEntry; locale: Locale }) {
  const amount = signedMoney(entry.amountCents, entry.direction, locale);
  return (
    <tr>
      <td className="ledger__date">{dayInTable(entry.postedOn, locale)}</td>
      <td className="ledger__label">
        <bdi>{entry.label}</bdi>
      </td>
      <td className="ledger__amount">{entry.direction === 'debit' && amount}</td>
      <td className="ledger__amount ledger__amount--credit">{entry.direction === 'credit' && amount}</td>
      <td className="ledger__amount ledger__balance">
        <BalanceAfter balanceCents={entry.balanceAfterCents} locale={locale} />
      </td>
    </tr>
  );
});

/** An amount and who owes it, in a word: a minus is too easily overlooked. */
function BalanceAfter({ balanceCents, locale }: { balanceCents: number; locale: Locale }) {
  const { t } = useTranslation();
  return (
    <>
      {balanceCents !== 0 && (
        <span className="ledger__hint">
          {t(balanceCents > 0 ? 'account.owedMark' : 'account.aheadMark')}{' '}
        </span>
      )}
      {money(Math.abs(balanceCents), locale)}
    </>
  );
}
