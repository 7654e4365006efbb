/** The page on its way to the paper, until that is in the person's hands. */
import { ArrowLeft, Printer, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useArrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { JobPages } from '../../components/print-preview/job-pages.tsx';
import { PrintJobState } from '../../components/print-progress/print-job-state.tsx';
import { isOver, usePrintJob } from '../../components/print-progress/use-print-job.ts';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';

const printPage = () => ask('partner.print', undefined);

export function PagePrint({ onLeave }: { onLeave(): void }) {
  const { t } = useTranslation();
  const { printJobs } = useArrivals();
  const { state, jobId, cancelling, leavable, confirm, cancel } = usePrintJob(printPage, printJobs);
  if (state.name === 'toConfirm' && jobId !== null && !cancelling) {
    return (
      <div className="partner-visit__preview">
        <h2>{t('printing.preview.title')}</h2>
        <JobPages jobId={jobId} pagesTotal={state.pagesTotal} />
        <div className="partner-visit__choice">
          <Button
            icon={X}
            onPress={() => {
              cancel();
              onLeave();
            }}
          >
            {t('printing.preview.decline')}
          </Button>
          <Button look="main" icon={Printer} autoFocus onPress={confirm}>
            {t('printing.preview.print', { count: state.pagesTotal })}
          </Button>
        </div>
      </div>
    );
  }
  const canLeave = isOver(state) || leavable;
  return (
    <ScrollArea>
      <div className="partner-visit__message">
        <h2>{t('partner.printing.title')}</h2>
        <PrintJobState
          state={state}
          preparing={t('partner.printing.preparing')}
          nothingCame={t('partner.printing.notThere')}
        />
        {canLeave ? (
          <Button look="main" icon={ArrowLeft} autoFocus onPress={onLeave}>
            {t('partner.return')}
          </Button>
        ) : (
          <Button icon={X} isDisabled={cancelling} onPress={cancel}>
            {t(cancelling ? 'printing.cancelling' : 'partner.printing.cancel')}
          </Button>
        )}
        {!isOver(state) && <p>{t('partner.printing.limit')}</p>}
      </div>
    </ScrollArea>
  );
}
