/** The card is at the terminal: where the payment stands, and how to call it off while one still can. */
import './pay.css';
import { CircleX, CreditCard, Hourglass, Nfc, SearchCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../preload/payment-contract.ts';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { ProgressPicture } from '../../components/progress-picture/progress-picture.tsx';
import { type PaySubject, PaySubjectLines } from './pay-subject.tsx';
import type { Abandonment } from './payment-in-hand.ts';

const ICONS = {
  connecting: Hourglass,
  waitingForCard: Nfc,
  processing: CreditCard,
  checking: SearchCheck,
} as const;

export type StateUnderWay = keyof typeof ICONS;

/** Main was asked to begin, and has not told of the payment yet. */
export function StartingPayment({ amountCents, subject }: { amountCents: number; subject: PaySubject }) {
  return <PaymentFrame state="connecting" amountCents={amountCents} subject={subject} />;
}

export interface PaymentUnderWayProps {
  payment: Payment;
  state: StateUnderWay;
  abandonment: Abandonment | null;
  subject: PaySubject;
  onAbandon(): void;
}

export function PaymentUnderWay(props: PaymentUnderWayProps) {
  const { t } = useTranslation();
  const { payment, state, abandonment, subject, onAbandon } = props;
  const canStillAbandon = state === 'connecting' || state === 'waitingForCard';
  const isHeard = abandonment === 'asked' || abandonment === 'requested';
  return (
    <PaymentFrame
      state={state}
      amountCents={payment.amountCents}
      subject={subject}
      abandonment={abandonment}
      saysRedButton={canStillAbandon && payment.abandonedBy === 'redButton'}
      back={
        canStillAbandon &&
        payment.abandonedBy === 'kiosk' && (
          <Button icon={X} isDisabled={isHeard} onPress={onAbandon}>
            {t(isHeard ? 'payment.abandoning' : 'payment.abandon')}
          </Button>
        )
      }
    />
  );
}

interface PaymentFrameProps {
  state: StateUnderWay;
  amountCents: number;
  subject: PaySubject;
  abandonment?: Abandonment | null;
  saysRedButton?: boolean;
  back?: React.ReactNode;
}

function PaymentFrame(props: PaymentFrameProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { state, amountCents, subject, abandonment = null, saysRedButton = false, back } = props;
  return (
    <Frame
      screen="payment"
      title={t(`payment.underWay.${state}.title`)}
      lead={<PaySubjectLines {...subject} />}
      back={back}
    >
      <div className="progress">
        <ProgressPicture
          icon={ICONS[state]}
          text={t(`payment.underWay.${state}.text`)}
          busy={state !== 'waitingForCard'}
        >
          <p className="pay-amount">{money(amountCents, locale)}</p>
        </ProgressPicture>
        {saysRedButton && (
          <p className="pay-red-button">
            <CircleX className="pay-red-button__icon" aria-hidden />
            {t('payment.redButton')}
          </p>
        )}
        {abandonment !== null && state !== 'checking' && (
          <Notice kind="information">{t(`payment.abandonment.${abandonment}`)}</Notice>
        )}
      </div>
    </Frame>
  );
}
