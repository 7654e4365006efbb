/** One appointment, to be taken, moved or cancelled: said once more in full, touched a second time, answered now. */
import '../../styles/card.css';
import './appointment.css';
import { CalendarCheck, CalendarX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { unbroken } from '../../app/formats.ts';
import { useHere } from '../../app/surroundings.ts';
import { useSending } from '../../app/use-sending.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';

export interface DecideStepProps {
  what: 'book' | 'move' | 'cancellation';
  children: ReactNode;
  /** Answers null when it is done, and another screen is there. */
  onDecide(): Promise<Failure | null>;
  onBack(): void;
}

export function DecideStep({ what, children, onDecide, onBack }: DecideStepProps) {
  const { t } = useTranslation();
  const { agency } = useHere();
  const { isSending, error, send } = useSending(onDecide);

  return (
    <Frame
      title={t(`appointment.${what}.title`)}
      lead={t(`appointment.${what}.lead`)}
      notice={
        error && (
          <FailureNotice error={error}>
            {t(`appointment.callInstead.${what}`, { phone: unbroken(agency.phone) })}
          </FailureNotice>
        )
      }
      onBack={onBack}
      mainAction={
        <Button
          look="main"
          icon={what === 'cancellation' ? CalendarX : CalendarCheck}
          isDisabled={isSending}
          onPress={() => void send()}
        >
          {t(`appointment.${what}.do`)}
        </Button>
      }
    >
      <div className="appointment">
        {children}
        {isSending && (
          <Waiting
            text={t('appointment.asking')}
            explanation={t('account.loadingExplained')}
            longText={t('account.loadingLong')}
          />
        )}
      </div>
    </Frame>
  );
}
