/** Which period, then how: on paper or by e-mail. What is under way takes the whole screen until it is told. */
import { useState } from 'react';
import type { Account, Tenant } from '../../../preload/contract.ts';
import type { Selection } from '../../app/selection.ts';
import type { Arrivals } from '../tenant/use-arrivals.ts';
import { EmailProgress } from './email-progress.tsx';
import { PrintProgress } from './print-progress.tsx';
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
  const [step, setStep] = useState<Step>('choice');
  const { tenant, selection, arrivals, onHome } = props;
  const canSend = tenant.maskedEmail !== null;
  const goBack = () => setStep('choice');

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
          selection={selection}
          jobs={arrivals.printJobs}
          onBack={goBack}
          onHome={onHome}
          onSendInstead={canSend ? () => setStep('emailing') : null}
        />
      );
    case 'emailing':
      return (
        <EmailProgress
          maskedEmail={tenant.maskedEmail ?? ''}
          selection={selection}
          deliveries={arrivals.deliveries}
          onBack={goBack}
          onHome={onHome}
          onPrintInstead={() => setStep('printing')}
        />
      );
    default:
      return step satisfies never;
  }
}
