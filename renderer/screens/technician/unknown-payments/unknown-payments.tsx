/** Payments of which nobody knows whether the card was charged: staff ask the terminal, or look into its journal. */
import './unknown-payments.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnknownPayment } from '../../../../preload/payment-contract.ts';
import { ask } from '../../../app/kiosk.ts';
import { Frame } from '../../../components/frame/frame.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Waiting } from '../../../components/waiting/waiting.tsx';
import { LeaveTechnician } from '../leave-technician.tsx';
import { Settlement } from './settlement.tsx';
import { type AnswerOfTerminal, UnknownPaymentCard } from './unknown-payment-card.tsx';
import type { UnknownPaymentsReading } from './use-unknown-payments.ts';

export interface UnknownPaymentsProps {
  reading: UnknownPaymentsReading;
  onReadAgain(): void;
  onBack(): void;
}

/** What has just been settled. */
type Settled = { by: 'terminal' } | { by: 'staff'; reference: string };

export function UnknownPayments({ reading, onReadAgain, onBack }: UnknownPaymentsProps) {
  const { t } = useTranslation();
  const [settling, setSettling] = useState<UnknownPayment | null>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<string, AnswerOfTerminal>>(new Map());
  const [settled, setSettled] = useState<Settled | null>(null);

  const askTerminal = async ({ paymentId }: UnknownPayment) => {
    const keep = (answer: AnswerOfTerminal) => setAnswers((before) => new Map(before).set(paymentId, answer));
    setSettled(null);
    keep({ name: 'asking' });
    const answer = await ask('staff.askTerminal', { paymentId });
    if (!answer.ok) return keep({ name: 'failed', error: answer.error });
    if (!answer.value.isSettled) return keep({ name: 'stillUnknown' });
    setSettled({ by: 'terminal' });
    onReadAgain();
  };

  if (settling) {
    return (
      <Settlement
        payment={settling}
        onBack={() => setSettling(null)}
        onSettled={() => {
          setSettled({ by: 'staff', reference: settling.reference });
          setSettling(null);
          onReadAgain();
        }}
      />
    );
  }
  return (
    <Frame
      title={t('unknownPayments.title')}
      lead={t('unknownPayments.lead')}
      notice={
        settled && (
          <Notice kind="good">
            {settled.by === 'terminal'
              ? t('unknownPayments.settledByTerminal')
              : t('unknownPayments.settled', { reference: settled.reference })}
          </Notice>
        )
      }
      onBack={onBack}
      exit={<LeaveTechnician />}
    >
      {reading.name === 'reading' && (
        <Waiting
          text={t('unknownPayments.loading')}
          explanation={t('unknownPayments.loadingExplained')}
          longText={t('unknownPayments.loadingLong')}
        />
      )}
      {reading.name === 'failed' && (
        <Notice kind="problem" code={reading.error.code}>
          {t(`errors.${reading.error.code}`)}
        </Notice>
      )}
      {reading.name === 'read' && reading.payments.length === 0 && (
        <Notice kind="good">{t('unknownPayments.none')}</Notice>
      )}
      {reading.name === 'read' && (
        <ul className="unknown-payments">
          {reading.payments.map((payment) => (
            <li key={payment.paymentId}>
              <UnknownPaymentCard
                payment={payment}
                answer={answers.get(payment.paymentId) ?? null}
                onAsk={() => void askTerminal(payment)}
                onSettle={() => {
                  setSettled(null);
                  setSettling(payment);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
