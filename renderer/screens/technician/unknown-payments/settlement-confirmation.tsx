import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../preload/contract.ts';
import type { UnknownPayment } from '../../../../preload/payment-contract.ts';
import { isolated, money } from '../../../app/formats.ts';
import { ask } from '../../../app/kiosk.ts';
import { useAccess } from '../../../app/surroundings.ts';
import { Button } from '../../../components/button/button.tsx';
import { Frame } from '../../../components/frame/frame.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { LeaveTechnician } from '../leave-technician.tsx';
import { isChargedForCertain } from './verdict.ts';

export interface SettlementConfirmationProps {
  payment: UnknownPayment;
  lead: string;
  charged: boolean;
  reason: string;
  onBack(): void;
  onSettled(): void;
}

function verdictOf(payment: UnknownPayment, charged: boolean) {
  if (isChargedForCertain(payment)) return 'confirmBooked';
  return charged ? 'confirmCharged' : 'confirmNotCharged';
}

export function SettlementConfirmation(props: SettlementConfirmationProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { payment, lead, charged, reason, onBack, onSettled } = props;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setAsking] = useState(false);
  const asking = useRef(false);

  const confirm = async () => {
    if (asking.current) return;
    asking.current = true;
    setAsking(true);
    const answer = await ask('staff.settlePayment', { paymentId: payment.paymentId, charged, reason });
    if (answer.ok) return onSettled();
    asking.current = false;
    setAsking(false);
    setFailure(answer.error);
  };

  return (
    <Frame
      title={t('unknownPayments.confirmTitle')}
      lead={lead}
      notice={
        failure && (
          <Notice kind="problem" code={failure.code}>
            {t(`errors.${failure.code}`)}
          </Notice>
        )
      }
      onBack={onBack}
      exit={<LeaveTechnician />}
      mainAction={
        <Button look="main" icon={Check} isDisabled={isAsking} onPress={() => void confirm()}>
          {t('unknownPayments.confirm')}
        </Button>
      }
    >
      <div className="settlement settlement--asked">
        <p className="settlement__verdict">
          {t(`unknownPayments.${verdictOf(payment, charged)}`, {
            amount: money(payment.amountCents, locale),
          })}
        </p>
        <p>{t('unknownPayments.confirmReason', { reason: isolated(reason) })}</p>
        <p>{t('unknownPayments.confirmTrace')}</p>
      </div>
    </Frame>
  );
}
