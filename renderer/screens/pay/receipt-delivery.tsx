/** The receipt of a payment on its way: on paper, or by e-mail. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { EmailProgress } from '../../components/email-progress/email-progress.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';

export type ReceiptWay = 'paper' | 'email';

export interface ReceiptDeliveryProps {
  paymentId: string;
  way: ReceiptWay;
  /** Null when it cannot be sent. */
  maskedEmail: string | null;
  arrivals: Arrivals;
  doneWord: string;
  /** On the button that leads back to where the receipt was asked for. */
  backWord: string;
  onWay(way: ReceiptWay): void;
  onBack(): void;
  onDone(): void;
}

export function ReceiptDelivery(props: ReceiptDeliveryProps) {
  const { t } = useTranslation();
  const { paymentId, way, maskedEmail, arrivals, doneWord, backWord, onWay, onBack, onDone } = props;
  const print = useCallback(() => ask('payment.printReceipt', { paymentId }), [paymentId]);
  const send = useCallback(() => ask('payment.emailReceipt', { paymentId }), [paymentId]);

  if (way === 'email' && maskedEmail !== null) {
    return (
      <EmailProgress
        maskedEmail={maskedEmail}
        request={send}
        deliveries={arrivals.deliveries}
        words={{
          title: t('payment.receipt.emailTitle'),
          asking: t('payment.receipt.preparing'),
          home: doneWord,
        }}
        onBack={onBack}
        onHome={onDone}
        onPrintInstead={() => onWay('paper')}
      />
    );
  }
  return (
    <PrintProgress
      request={print}
      jobs={arrivals.printJobs}
      words={{
        title: t('payment.receipt.title'),
        preparing: t('payment.receipt.preparing'),
        nothingCame: t('payment.receipt.nothingCame'),
        back: backWord,
        home: doneWord,
      }}
      onBack={onBack}
      onHome={onDone}
      onSendInstead={maskedEmail === null ? null : () => onWay('email')}
    />
  );
}
