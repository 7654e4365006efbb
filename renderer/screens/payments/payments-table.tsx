import '../../styles/ledger-table.css';
import { FileText } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../../preload/contract.ts';
import type { PastPayment } from '../../../preload/payment-contract.ts';
import { dayInTable, dayInText, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';

export interface PaymentsTableProps {
  payments: readonly PastPayment[];
  onReceipt(payment: PastPayment): void;
}

export function PaymentsTable({ payments, onReceipt }: PaymentsTableProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <table className="ledger payments__table">
      <caption className="only-heard">{t('payments.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('payments.date')}</th>
          <th scope="col">{t('payments.means')}</th>
          <th scope="col" className="ledger__amount">
            {t('payments.amount')}
          </th>
          <th scope="col">{t('payments.state')}</th>
          <th scope="col">{t('payments.receipt')}</th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} locale={locale} onReceipt={onReceipt} />
        ))}
      </tbody>
    </table>
  );
}

interface PaymentRowProps {
  payment: PastPayment;
  locale: Locale;
  onReceipt(payment: PastPayment): void;
}

const PaymentRow = memo(function PaymentRow({ payment, locale, onReceipt }: PaymentRowProps) {
  const { t } = useTranslation();
  const { paidOn, means, amountCents, state, hasReceipt } = payment;
  const amount = money(amountCents, locale);
  return (
    <tr className={`payments__row--${state}`}>
      <td className="ledger__date">{dayInTable(paidOn, locale)}</td>
      <td className="ledger__label">{t(`payment.means.${means}`)}</td>
      <td className="ledger__amount">{amount}</td>
      <td className="payments__state">{t(`payments.states.${state}`)}</td>
      <td>
        {hasReceipt && (
          <Button
            icon={FileText}
            label={t('payments.getReceiptOf', { day: dayInText(paidOn, locale), amount })}
            onPress={() => onReceipt(payment)}
          >
            {t('payments.getReceipt')}
          </Button>
        )}
      </td>
    </tr>
  );
});
