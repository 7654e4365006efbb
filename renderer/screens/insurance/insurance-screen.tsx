/** My insurance certificate: how the dwelling is insured, and a new certificate, date by date. */

import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Delivery } from '../../../preload/contract.ts';
import type { InsuredPeriod } from '../../../preload/insurance-dates.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { useReading } from '../../app/use-reading.ts';
import { AddDocument } from '../../components/add-document/add-document.tsx';
import { useDocumentWays } from '../../components/add-document/use-document-ways.ts';
import { Button } from '../../components/button/button.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { FromStep, ToStep } from './date-steps.tsx';
import { EMPTY_INSURANCE_DRAFT, type InsuranceDraft } from './draft.ts';
import { Overview } from './overview.tsx';
import { SentStep } from './sent-step.tsx';
import { SummaryStep } from './summary-step.tsx';

export interface InsuranceScreenProps {
  account: Account;
  /** Which lease it is about, where there are several. */
  lease: ReactNode;
  arrivals: Arrivals;
  /** Kept by whoever keeps this screen: nothing that was typed is lost by a look at another one. */
  draft: InsuranceDraft;
  onDraft(amend: (before: InsuranceDraft) => InsuranceDraft): void;
  onBack(): void;
  onHome(): void;
}

type Step =
  | { name: 'overview' }
  | { name: 'from' }
  | { name: 'printing' }
  | { name: 'to'; from: string }
  | { name: 'document'; period: InsuredPeriod }
  | { name: 'summary'; period: InsuredPeriod; pageCount: number }
  | { name: 'sent'; period: InsuredPeriod; delivery: Delivery };

export function InsuranceScreen(props: InsuranceScreenProps) {
  const { t } = useTranslation();
  const { account, lease, arrivals, draft, onDraft, onBack, onHome } = props;
  const accountId = account.id;
  const ways = useDocumentWays();
  const { state, readAgain } = useReading('insurance.read', { accountId });
  const [step, setStep] = useState<Step>({ name: 'overview' });
  const print = useCallback(() => ask('insurance.printAcknowledgement', { accountId }), [accountId]);
  const insurance = state.name === 'ready' ? state.value : null;
  const toOverview = () => {
    readAgain();
    setStep({ name: 'overview' });
  };

  if (step.name === 'sent') {
    const { delivery, period } = step;
    return (
      <SentStep
        period={period}
        state={arrivals.deliveries.get(delivery.deliveryId) ?? delivery.state}
        onOverview={toOverview}
        onPrint={() => setStep({ name: 'printing' })}
      />
    );
  }
  if (step.name === 'printing') {
    return (
      <PrintProgress
        request={print}
        jobs={arrivals.printJobs}
        words={{
          title: t('insurance.printing.title'),
          preparing: t('insurance.printing.preparing'),
          nothingCame: t('insurance.printing.nothingCame'),
          back: t('insurance.toOverview'),
          home: t('statement.backHome'),
        }}
        onBack={toOverview}
        onHome={onHome}
        onSendInstead={null}
      />
    );
  }
  if (!insurance || step.name === 'overview') {
    return (
      <Overview
        state={state}
        lease={lease}
        onRetry={readAgain}
        onSend={() => setStep({ name: 'from' })}
        onBack={onBack}
      />
    );
  }
  const today = { day: insurance.asOf, by: 'landlord' } as const;
  switch (step.name) {
    case 'from':
      return (
        <FromStep
          today={today}
          written={draft.from}
          onWrite={(from) => onDraft((before) => ({ ...before, from }))}
          onDay={(from) => setStep({ name: 'to', from })}
          onBack={() => setStep({ name: 'overview' })}
        />
      );
    case 'to': {
      const { from } = step;
      const known = insurance.certificates
        .filter(({ state: stands }) => stands !== 'refused')
        .map(({ insuredFrom, insuredTo }) => ({ from: insuredFrom, to: insuredTo }));
      return (
        <ToStep
          today={today}
          from={from}
          known={known}
          written={draft.to}
          onWrite={(to) => onDraft((before) => ({ ...before, to }))}
          onDay={(to) => setStep({ name: 'document', period: { from, to } })}
          onBack={() => setStep({ name: 'from' })}
        />
      );
    }
    case 'document': {
      const { period } = step;
      return (
        <AddDocument
          title={t('insurance.document.title')}
          lead={t('insurance.document.lead')}
          ways={ways}
          mainAction={(pageCount) =>
            pageCount > 0 && (
              <Button look="main" onPress={() => setStep({ name: 'summary', period, pageCount })}>
                {t('dateFields.next')}
              </Button>
            )
          }
          onBack={() => setStep({ name: 'to', from: period.from })}
        />
      );
    }
    case 'summary': {
      const { period, pageCount } = step;
      return (
        <SummaryStep
          account={account}
          period={period}
          pageCount={pageCount}
          onSend={async () => {
            const dates = { insuredFrom: period.from, insuredTo: period.to };
            const answer = await ask('insurance.send', { accountId, ...dates });
            if (!answer.ok) return answer.error;
            onDraft(() => EMPTY_INSURANCE_DRAFT);
            setStep({ name: 'sent', period, delivery: answer.value });
            return null;
          }}
          onBack={() => setStep({ name: 'document', period })}
        />
      );
    }
    default:
      return step satisfies never;
  }
}
