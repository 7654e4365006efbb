import '../../../styles/card.css';
import { ClipboardCheck, SearchCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../preload/contract.ts';
import type { UnknownPayment } from '../../../../preload/payment-contract.ts';
import { instantInText, money } from '../../../app/formats.ts';
import { useAccess } from '../../../app/surroundings.ts';
import { Button } from '../../../components/button/button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { isChargedForCertain } from './verdict.ts';

export type AnswerOfTerminal =
  | { name: 'asking' }
  | { name: 'stillUnknown' }
  | { name: 'failed'; error: Failure };

export interface UnknownPaymentCardProps {
  payment: UnknownPayment;
  answer: AnswerOfTerminal | null;
  onAsk(): void;
  onSettle(): void;
}

export function UnknownPaymentCard({ payment, answer, onAsk, onSettle }: UnknownPaymentCardProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { reference, amountCents, startedAt, cause, canAsk } = payment;
  return (
    <article className="card" aria-label={reference}>
      <div className="unknown-payment__facts">
        <strong className="unknown-payment__reference" translate="no">
          {reference}
        </strong>
        <strong>{money(amountCents, locale)}</strong>
        <span>{t('unknownPayments.startedAt', { instant: instantInText(startedAt, locale) })}</span>
        <span className="unknown-payment__cause">{t('unknownPayments.cause', { cause })}</span>
      </div>
      {isChargedForCertain(payment) && <p>{t('unknownPayments.reportRefused')}</p>}
      <div className="unknown-payment__ways">
        {canAsk && (
          <Button icon={SearchCheck} isDisabled={answer?.name === 'asking'} onPress={onAsk}>
            {t('unknownPayments.askTerminal')}
          </Button>
        )}
        <Button icon={ClipboardCheck} onPress={onSettle}>
          {t('unknownPayments.settle')}
        </Button>
      </div>
      {answer && <TerminalNotice answer={answer} />}
    </article>
  );
}

function TerminalNotice({ answer }: { answer: AnswerOfTerminal }) {
  const { t } = useTranslation();
  switch (answer.name) {
    case 'asking':
      return <p role="status">{t('unknownPayments.asking')}</p>;
    case 'stillUnknown':
      return <Notice kind="information">{t('unknownPayments.stillUnknown')}</Notice>;
    case 'failed':
      return (
        <Notice kind="problem" code={answer.error.code}>
          {t(`errors.${answer.error.code}`)}
        </Notice>
      );
    default:
      return answer satisfies never;
  }
}
