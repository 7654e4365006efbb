/** Paid. What happens next, and a receipt for whoever wants one. */
import './pay.css';
import { CircleCheck, House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../preload/payment-contract.ts';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PaymentReference } from './payment-reference.tsx';
import type { ReceiptWay } from './receipt-delivery.tsx';
import { ReceiptTiles } from './receipt-tiles.tsx';

export interface ApprovedProps {
  payment: Payment;
  isWhole: boolean;
  maskedEmail: string | null;
  doneWord: string;
  onReceipt(way: ReceiptWay): void;
  onDone(): void;
}

export function Approved(props: ApprovedProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { payment, isWhole, maskedEmail, doneWord, onReceipt, onDone } = props;
  return (
    <Frame
      screen="paymentOutcome"
      title={t('payment.approved')}
      lead={t('payment.approvedLead', { amount: money(payment.amountCents, locale) })}
      mainAction={
        <Button look="main" icon={House} onPress={onDone}>
          {doneWord}
        </Button>
      }
    >
      <div className="pay-page">
        <div className="pay-good">
          <CircleCheck className="pay-good__icon" aria-hidden />
          <div className="pay-page__next">
            <PaymentReference reference={payment.reference} />
            <p role="status">{t(`payment.next.${payment.payable.kind}`)}</p>
          </div>
        </div>
        <section className="pay-page__receipt" aria-labelledby="receipt-question">
          <h2 id="receipt-question">{t('payment.receiptQuestion')}</h2>
          <p>{t(isWhole ? 'payment.receiptWhy' : 'payment.receiptWhyPart')}</p>
          <ReceiptTiles maskedEmail={maskedEmail} onChoose={onReceipt} />
        </section>
      </div>
    </Frame>
  );
}
