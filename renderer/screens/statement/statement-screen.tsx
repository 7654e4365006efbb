/** Which period, then how: on paper or by e-mail. What is under way takes the whole screen until it is told. */
import { CalendarRange } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Tenant } from '../../../preload/contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { askedPeriod, type Selection } from '../../app/selection.ts';
import { Button } from '../../components/button/button.tsx';
import { EmailProgress } from '../../components/email-progress/email-progress.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { StatementChoice } from './statement-choice.tsx';

export interface StatementScreenProps {
  tenant: Tenant;
  accounts: readonly Account[];
  selection: Selection;
  onSelect(selection: Selection): void;
  arrivals: Arrivals;
  onBack(): void;
  onHome(): void;
}

type Step = 'choice' | 'printing' | 'emailing';

export function StatementScreen(props: StatementScreenProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('choice');
  const { tenant, selection, arrivals, onHome } = props;
  const canSend = tenant.maskedEmail !== null;
  const goBack = () => setStep('choice');
  const print = useCallback(() => ask('statement.print', askedPeriod(selection)), [selection]);
  const send = useCallback(() => ask('statement.sendByEmail', askedPeriod(selection)), [selection]);

  switch (step) {
    case 'choice':
      return (
        <StatementChoice
          {...props}
          onPrint={() => setStep('printing')}
          onSend={canSend ? () => setStep('emailing') : null}
        />
      );
    case 'printing':
      return (
        <PrintProgress
          request={print}
          jobs={arrivals.printJobs}
          words={{
            title: t('printing.title'),
            preparing: t('printing.preparing'),
            back: t('statement.backToChoice'),
            home: t('statement.backHome'),
          }}
          onBack={goBack}
          onHome={onHome}
          onSendInstead={canSend ? () => setStep('emailing') : null}
          remedyFor={(code) =>
            code === 'PERIOD_TOO_LONG' && (
              <Button look="main" icon={CalendarRange} onPress={goBack}>
                {t('statement.otherPeriod')}
              </Button>
            )
          }
        />
      );
    case 'emailing':
      return (
        <EmailProgress
          maskedEmail={tenant.maskedEmail ?? ''}
          request={send}
          deliveries={arrivals.deliveries}
          words={{
            title: t('email.title'),
            asking: t('statement.asking'),
            home: t('statement.backHome'),
          }}
          onBack={goBack}
          onHome={onHome}
          onPrintInstead={() => setStep('printing')}
        />
      );
    default:
      return step satisfies never;
  }
}
