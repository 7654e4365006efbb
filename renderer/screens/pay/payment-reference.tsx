/** What to name when asking about a payment: large enough to be copied by hand, and read out sign by sign. */
import './payment-reference.css';
import { useTranslation } from 'react-i18next';

export function PaymentReference({ reference }: { reference: string }) {
  const { t } = useTranslation();
  return (
    <p className="payment-reference">
      <span>{t('payment.reference')}</span>{' '}
      <strong className="payment-reference__signs" translate="no">
        {reference}
      </strong>
    </p>
  );
}
