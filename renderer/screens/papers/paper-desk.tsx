/** What is done with a paper of the landlord's: it is looked at, printed, sent. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { EmailProgress } from '../../components/email-progress/email-progress.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { PaperView } from './paper-view.tsx';

export interface PaperInHand {
  readonly paperId: string;
  readonly title: string;
  readonly lead: string;
}

export interface PaperDeskProps {
  accountId: string;
  paper: PaperInHand;
  maskedEmail: string | null;
  arrivals: Arrivals;
  /** To the list. */
  onBack(): void;
}

export function PaperDesk({ accountId, paper, maskedEmail, arrivals, onBack }: PaperDeskProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'view' | 'printing' | 'emailing'>('view');
  const { paperId } = paper;
  const print = useCallback(() => ask('paper.print', { accountId, paperId }), [accountId, paperId]);
  const send = useCallback(() => ask('paper.sendByEmail', { accountId, paperId }), [accountId, paperId]);
  const goToView = () => setStep('view');
  const goToEmail = maskedEmail === null ? null : () => setStep('emailing');

  switch (step) {
    case 'view':
      return (
        <PaperView
          accountId={accountId}
          paper={paper}
          onBack={onBack}
          onPrint={() => setStep('printing')}
          onSend={goToEmail}
        />
      );
    case 'printing':
      return (
        <PrintProgress
          request={print}
          jobs={arrivals.printJobs}
          words={{
            title: t('papers.printTitle'),
            preparing: t('papers.preparing'),
            nothingCame: t('papers.nothingCame'),
            back: t('papers.back'),
            home: t('papers.home'),
          }}
          onBack={goToView}
          onHome={onBack}
          onSendInstead={goToEmail}
        />
      );
    case 'emailing':
      return (
        <EmailProgress
          maskedEmail={maskedEmail ?? ''}
          request={send}
          deliveries={arrivals.deliveries}
          words={{ title: t('papers.emailTitle'), asking: t('papers.asking'), home: t('papers.home') }}
          onBack={goToView}
          onHome={onBack}
          onPrintInstead={() => setStep('printing')}
        />
      );
    default:
      return step satisfies never;
  }
}
