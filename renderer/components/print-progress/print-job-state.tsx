/** Where a print job stands: a picture and a sentence. */
import { CircleX, Hourglass, Printer, PrinterCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode, PrintJob } from '../../../preload/contract.ts';
import { ProgressPicture } from '../progress-picture/progress-picture.tsx';
import { PagesBar } from './pages-bar.tsx';

/** Whose own sentences speak of the statement that could be sent instead. */
const NOTHING_CAME: readonly ErrorCode[] = [
  'PRINTER_UNREACHABLE',
  'PRINTER_NOT_A_PRINTER',
  'PRINTER_REFUSED',
];

export interface PrintJobStateProps {
  state: PrintJob['state'];
  /** What is said until there is something to print. */
  preparing: string;
  /** What is said instead of the usual sentence when the printer took nothing. */
  nothingCame?: string;
}

export function PrintJobState({ state, preparing, nothingCame }: PrintJobStateProps) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'preparing':
    case 'toConfirm':
      return <ProgressPicture icon={Hourglass} text={preparing} busy />;
    case 'sending':
      return <ProgressPicture icon={Printer} text={t('printing.sending')} busy />;
    case 'printing':
      return (
        <ProgressPicture icon={Printer} text={t('printing.stay')}>
          <PagesBar printed={state.pagesPrinted} total={state.pagesTotal} />
          {state.isTonerLow && <p>{t('printing.tonerLow')}</p>}
        </ProgressPicture>
      );
    case 'waiting':
      return (
        <ProgressPicture
          icon={state.need === 'busy' ? Hourglass : TriangleAlert}
          text={t(`printing.waiting.${state.need}`)}
          tone={state.need === 'busy' ? 'plain' : 'problem'}
        />
      );
    case 'completed':
      if (state.isOnlySent) return <ProgressPicture icon={Printer} text={t('printing.onlySentText')} />;
      return (
        <ProgressPicture
          icon={PrinterCheck}
          text={
            state.paper === 'roll80'
              ? t('printing.takeRollText')
              : t('printing.takePaperText', { count: state.pagesTotal })
          }
          tone="good"
        />
      );
    case 'cancelled':
      return <ProgressPicture icon={CircleX} text={t('printing.cancelledText')} />;
    case 'failed': {
      const { code } = state.error;
      const own = NOTHING_CAME.includes(code) ? nothingCame : undefined;
      return (
        <ProgressPicture icon={TriangleAlert} text={own ?? t(`errors.${code}`)} tone="problem" code={code} />
      );
    }
    default:
      return state satisfies never;
  }
}
