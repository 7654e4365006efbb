/** What will change, in plain words, before it does. */
import '../../styles/card.css';
import { CalendarCheck, CirclePause, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import type { ComingDebit, Mandate } from '../../../preload/direct-debit-contract.ts';
import { usePersonAlone } from '../../app/alone-steps.ts';
import { dayInText, money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { useSending } from '../../app/use-sending.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { dayOfMonth } from './day-of-month.ts';

export type WantedChange =
  | { kind: 'day'; day: number }
  | { kind: 'leaveOut'; debit: ComingDebit }
  | { kind: 'end' };

const ICONS = { day: CalendarCheck, leaveOut: CirclePause, end: CircleX } as const;

export interface ConfirmStepProps {
  change: WantedChange;
  mandate: Mandate;
  /** Answers null once it is on its way, and another screen is there. */
  onConfirm(): Promise<Failure | null>;
  onBack(): void;
}

export function ConfirmStep({ change, mandate, onConfirm, onBack }: ConfirmStepProps) {
  const { t } = useTranslation();
  const words = useChangeWords(change, mandate);
  const { isSending, error, send } = useSending(onConfirm);
  usePersonAlone(onBack);

  return (
    <Frame
      screen="directDebit"
      title={t(`directDebit.confirm.${change.kind}.title`, words)}
      lead={t('directDebit.confirm.lead')}
      notice={error && <FailureNotice error={error} />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ICONS[change.kind]} isDisabled={isSending} onPress={() => void send()}>
          {t(`directDebit.confirm.${change.kind}.action`, words)}
        </Button>
      }
    >
      <div className="direct-debit">
        <section className="card">
          <p className="direct-debit__sentence">{t(`directDebit.confirm.${change.kind}.text`, words)}</p>
          <p>{t(`directDebit.confirm.${change.kind}.then`, words)}</p>
        </section>
      </div>
    </Frame>
  );
}

function useChangeWords(change: WantedChange, mandate: Mandate) {
  const { locale } = useAccess();
  return {
    last4: mandate.ibanLast4,
    before: dayOfMonth(mandate.day, locale),
    day: change.kind === 'day' ? dayOfMonth(change.day, locale) : '',
    date: change.kind === 'leaveOut' ? dayInText(change.debit.dueOn, locale) : '',
    amount: change.kind === 'leaveOut' ? money(change.debit.amountCents, locale) : '',
  };
}
