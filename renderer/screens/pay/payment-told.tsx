/** The payment as main tells of it: under way, or what became of it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../preload/payment-contract.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { Approved } from './approved.tsx';
import { NotPerformed } from './not-performed.tsx';
import type { PaySubject } from './pay-subject.tsx';
import type { Abandonment } from './payment-in-hand.ts';
import { PaymentUnderWay } from './payment-under-way.tsx';
import { ReceiptDelivery, type ReceiptWay } from './receipt-delivery.tsx';
import { UnknownOutcome } from './unknown-outcome.tsx';

export interface PaymentToldProps {
  payment: Payment;
  abandonment: Abandonment | null;
  subject: PaySubject;
  maskedEmail: string | null;
  doneWord: string;
  onAbandon(): void;
  onAgain(): void;
  onDone(): void;
}

export function PaymentTold(props: PaymentToldProps) {
  const { t } = useTranslation();
  const { payment, abandonment, subject, maskedEmail, doneWord, onAbandon, onAgain, onDone } = props;
  const { state } = payment;
  const arrivals = useArrivals();
  const [receipt, setReceipt] = useState<ReceiptWay | null>(null);

  switch (state.name) {
    case 'connecting':
    case 'waitingForCard':
    case 'processing':
    case 'checking':
      return (
        <PaymentUnderWay
          payment={payment}
          state={state.name}
          abandonment={abandonment}
          subject={subject}
          onAbandon={onAbandon}
        />
      );
    case 'approved':
      return receipt === null ? (
        <Approved
          payment={payment}
          isWhole={state.isWhole}
          maskedEmail={maskedEmail}
          doneWord={doneWord}
          onReceipt={setReceipt}
          onDone={onDone}
        />
      ) : (
        <ReceiptDelivery
          // The other way is another wish.
          key={receipt}
          paymentId={payment.paymentId}
          way={receipt}
          maskedEmail={maskedEmail}
          arrivals={arrivals}
          doneWord={doneWord}
          backWord={t('payment.receipt.back')}
          onWay={setReceipt}
          onBack={() => setReceipt(null)}
          onDone={onDone}
        />
      );
    case 'notPerformed':
      return <NotPerformed reason={state.reason} doneWord={doneWord} onAgain={onAgain} onDone={onDone} />;
    case 'unknown':
      return <UnknownOutcome payment={payment} doneWord={doneWord} onDone={onDone} />;
    default:
      return state satisfies never;
  }
}
