/** Before anything can be chosen: the question under way, its failure, or what stands in the way of paying. */
import { CircleAlert, CircleCheck, House, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import type { PaymentObstacle } from '../../../preload/payment-contract.ts';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { ProgressPicture } from '../../components/progress-picture/progress-picture.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { type PaySubject, PaySubjectLines } from './pay-subject.tsx';
import { PaymentReference } from './payment-reference.tsx';
import { WhoToCall } from './who-to-call.tsx';

export function OfferWaiting({ subject, onBack }: { subject: PaySubject; onBack(): void }) {
  const { t } = useTranslation();
  return (
    <Frame screen="payment" title={subject.title} lead={<PaySubjectLines {...subject} />} onBack={onBack}>
      <Waiting
        text={t('payment.asking')}
        explanation={t('payment.askingExplained')}
        longText={t('payment.askingLong')}
      />
    </Frame>
  );
}

export interface OfferFailedProps {
  error: Failure;
  subject: PaySubject;
  onBack(): void;
  onAgain(): void;
}

export function OfferFailed({ error, subject, onBack, onAgain }: OfferFailedProps) {
  const { t } = useTranslation();
  return (
    <Frame
      screen="payment"
      title={subject.title}
      lead={<PaySubjectLines {...subject} />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={RefreshCw} onPress={onAgain}>
          {t('failure.retry')}
        </Button>
      }
    >
      <Notice kind="problem" code={error.code}>
        <p>{t(`errors.${error.code}`)}</p>
        <p>{t('payment.nothingTaken')}</p>
      </Notice>
    </Frame>
  );
}

export interface ObstacleProps {
  obstacle: PaymentObstacle;
  reference: string | null;
  owedCents: number;
  subject: PaySubject;
  doneWord: string;
  onBack(): void;
  onDone(): void;
  onAgain(): void;
}

/** Those that may be gone a moment later. */
const PASSING: readonly PaymentObstacle[] = ['underWay', 'noTerminal'];

export function Obstacle(props: ObstacleProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { obstacle, reference, owedCents, subject, doneWord, onBack, onDone, onAgain } = props;
  const canPass = PASSING.includes(obstacle);
  return (
    <Frame
      screen="payment"
      title={t(obstacle === 'nothingOwed' ? 'payment.nothingToPay' : 'payment.notNow')}
      lead={<PaySubjectLines {...subject} />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={canPass ? RefreshCw : House} onPress={canPass ? onAgain : onDone}>
          {canPass ? t('failure.retry') : doneWord}
        </Button>
      }
    >
      <div className="progress">
        <ProgressPicture
          icon={obstacle === 'nothingOwed' ? CircleCheck : CircleAlert}
          text={t(`payment.obstacles.${obstacle}`, { amount: money(Math.abs(owedCents), locale) })}
          tone={obstacle === 'nothingOwed' ? 'good' : 'plain'}
        >
          {reference !== null && <PaymentReference reference={reference} />}
        </ProgressPicture>
        {obstacle !== 'nothingOwed' && <WhoToCall />}
      </div>
    </Frame>
  );
}
