/** The receipt of a payment of the past: on paper, or by e-mail. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastPayment } from '../../../preload/payment-contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { dayInText, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { ReceiptDelivery, type ReceiptWay } from '../pay/receipt-delivery.tsx';
import { ReceiptTiles } from '../pay/receipt-tiles.tsx';

export interface PastReceiptProps {
  payment: PastPayment;
  maskedEmail: string | null;
  arrivals: Arrivals;
  onBack(): void;
  onHome(): void;
}

export function PastReceipt({ payment, maskedEmail, arrivals, onBack, onHome }: PastReceiptProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const [way, setWay] = useState<ReceiptWay | null>(null);

  if (way !== null) {
    return (
      <ReceiptDelivery
        // The other way is another wish.
        key={way}
        paymentId={payment.id}
        way={way}
        maskedEmail={maskedEmail}
        arrivals={arrivals}
        doneWord={t('statement.backHome')}
        backWord={t('payments.back')}
        onWay={setWay}
        onBack={onBack}
        onDone={onHome}
      />
    );
  }
  const amount = money(payment.amountCents, locale);
  return (
    <Frame
      screen="payments"
      title={t('payments.receiptTitle')}
      lead={t('payments.receiptLead', { amount, day: dayInText(payment.paidOn, locale) })}
      onBack={onBack}
    >
      <ReceiptTiles maskedEmail={maskedEmail} onChoose={setWay} />
    </Frame>
  );
}
