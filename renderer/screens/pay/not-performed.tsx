/** Nothing was charged: why, and what to do now. */
import './pay.css';
import { CircleX, House, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NotPerformedReason } from '../../../preload/payment-contract.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { ProgressPicture } from '../../components/progress-picture/progress-picture.tsx';

export interface NotPerformedProps {
  reason: NotPerformedReason;
  doneWord: string;
  onAgain(): void;
  onDone(): void;
}

export function NotPerformed({ reason, doneWord, onAgain, onDone }: NotPerformedProps) {
  const { t } = useTranslation();
  return (
    <Frame
      screen="paymentOutcome"
      title={t(reason === 'abandoned' ? 'payment.abandoned' : 'payment.notPaid')}
      lead={t('payment.nothingTaken')}
      back={
        <Button icon={House} onPress={onDone}>
          {doneWord}
        </Button>
      }
      mainAction={
        <Button look="main" icon={RotateCcw} onPress={onAgain}>
          {t('payment.again')}
        </Button>
      }
    >
      <div className="progress">
        <ProgressPicture
          icon={CircleX}
          text={t(`payment.notPerformed.${reason}`)}
          tone={reason === 'abandoned' ? 'plain' : 'problem'}
        />
      </div>
    </Frame>
  );
}
