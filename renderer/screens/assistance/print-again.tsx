import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useArrivals } from '../../app/arrivals.ts';
import { lastPrint } from '../../app/last-print.ts';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';

/** What was last printed, or should have been, once more. */
export function PrintAgain({ onBack }: { onBack(): void }) {
  const { t } = useTranslation();
  const { printJobs } = useArrivals();
  const [request] = useState(lastPrint.read);
  if (!request) throw new Error('nothing was printed that could be printed again');
  return (
    <PrintProgress
      request={request}
      jobs={printJobs}
      words={{
        title: t('assistance.printAgain.title'),
        preparing: t('assistance.printAgain.preparing'),
        back: t('frame.back'),
        home: t('assistance.backToScreen'),
      }}
      onBack={onBack}
      onHome={onBack}
      onSendInstead={null}
    />
  );
}
