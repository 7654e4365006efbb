/** What, how much, for which lease, once more: only the touch on this screen pays. */
import './pay.css';
import './summary.css';
import { CreditCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { usePersonAlone } from '../../app/alone-steps.ts';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { type PaySubject, PaySubjectLines } from './pay-subject.tsx';

export interface SummaryProps {
  amountCents: number;
  owedCents: number;
  subject: PaySubject;
  /** Why it could not begin a moment ago. */
  refusal: Failure | null;
  onPay(): void;
  onBack(): void;
}

export function Summary({ amountCents, owedCents, subject, refusal, onPay, onBack }: SummaryProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const leftCents = owedCents - amountCents;
  usePersonAlone(onBack);
  return (
    <Frame
      screen="payment"
      title={t('payment.check')}
      lead={t('payment.checkLead')}
      notice={refusal && <FailureNotice error={refusal} />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={CreditCard} onPress={onPay}>
          {t('payment.pay', { amount: money(amountCents, locale) })}
        </Button>
      }
    >
      <dl className="pay-summary">
        <div className="pay-summary__row">
          <dt>{t('payment.for')}</dt>
          <dd>
            <PaySubjectLines {...subject} />
          </dd>
        </div>
        <div className="pay-summary__row">
          <dt>{t('payment.sum')}</dt>
          <dd className="pay-amount">{money(amountCents, locale)}</dd>
        </div>
        <div className="pay-summary__row">
          <dt>{t('payment.by')}</dt>
          <dd>{t('payment.byCard')}</dd>
        </div>
        <div className="pay-summary__row">
          <dt>{t(leftCents < 0 ? 'payment.ahead' : 'payment.left')}</dt>
          <dd>{money(Math.abs(leftCents), locale)}</dd>
        </div>
      </dl>
    </Frame>
  );
}
