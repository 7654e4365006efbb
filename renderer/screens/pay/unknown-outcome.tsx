/** Nobody knows whether money moved: the truth, what is safe, and whom to ask. There is no second try here. */
import './pay.css';
import { CircleQuestionMark, House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../preload/payment-contract.ts';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { ProgressPicture } from '../../components/progress-picture/progress-picture.tsx';
import { PaymentReference } from './payment-reference.tsx';
import { WhoToCall } from './who-to-call.tsx';

export interface UnknownOutcomeProps {
  payment: Payment;
  doneWord: string;
  onDone(): void;
}

export function UnknownOutcome({ payment, doneWord, onDone }: UnknownOutcomeProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <Frame
      screen="paymentOutcome"
      title={t('payment.unknown')}
      lead={t('payment.unknownLead')}
      mainAction={
        <Button look="main" icon={House} onPress={onDone}>
          {doneWord}
        </Button>
      }
    >
      <div className="progress">
        <ProgressPicture icon={CircleQuestionMark} text={t('payment.keepReference')} tone="problem">
          <PaymentReference reference={payment.reference} />
        </ProgressPicture>
        <div className="pay-page__next">
          <p>{t('payment.unknownNext', { amount: money(payment.amountCents, locale) })}</p>
          <WhoToCall />
        </div>
      </div>
    </Frame>
  );
}
