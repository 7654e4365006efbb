/** The page on its way to the paper, until that is in the person's hands. */
import '../statement/progress.css';
import { ArrowLeft, CircleX, Hourglass, Printer, PrinterCheck, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode, PrintJob } from '../../../preload/contract.ts';
import { Button } from '../../components/button/button.tsx';
import { ScrollArea } from '../../components/scroll-area/scroll-area.tsx';
import { PagesBar } from '../statement/pages-bar.tsx';
import { ProgressPicture } from '../statement/progress-picture.tsx';
import { usePagePrint } from './use-page-print.ts';

/** Whose own sentences speak of the statement that could be sent instead. */
const NOTHING_CAME: readonly ErrorCode[] = [
  'PRINTER_UNREACHABLE',
  'PRINTER_NOT_A_PRINTER',
  'PRINTER_REFUSED',
];

export function PagePrint({ onLeave }: { onLeave(): void }) {
  const { t } = useTranslation();
  const { state, cancel } = usePagePrint();
  const isOver = state.name === 'completed' || state.name === 'cancelled' || state.name === 'failed';
  return (
    <ScrollArea>
      <div className="partner-visit__message">
        <h2>{t('partner.printing.title')}</h2>
        <JobState state={state} />
        {isOver ? (
          <Button look="main" icon={ArrowLeft} autoFocus onPress={onLeave}>
            {t('partner.return')}
          </Button>
        ) : (
          <Button icon={X} onPress={cancel}>
            {t('partner.printing.cancel')}
          </Button>
        )}
        {!isOver && <p>{t('partner.printing.limit')}</p>}
      </div>
    </ScrollArea>
  );
}

function JobState({ state }: { state: PrintJob['state'] }) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'preparing':
      return <ProgressPicture icon={Hourglass} text={t('partner.printing.preparing')} busy />;
    case 'sending':
      return <ProgressPicture icon={Printer} text={t('printing.sending')} busy />;
    case 'printing':
      return (
        <ProgressPicture icon={Printer} text={t('printing.stay')}>
          <PagesBar printed={state.pagesPrinted} total={state.pagesTotal} />
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
      return (
        <ProgressPicture
          icon={PrinterCheck}
          text={t('printing.takePaperText', { count: state.pagesTotal })}
          tone="good"
        />
      );
    case 'cancelled':
      return <ProgressPicture icon={CircleX} text={t('printing.cancelledText')} />;
    case 'failed':
      return (
        <ProgressPicture
          icon={TriangleAlert}
          text={
            NOTHING_CAME.includes(state.error.code)
              ? t('partner.printing.notThere')
              : t(`errors.${state.error.code}`)
          }
          tone="problem"
          code={state.error.code}
        />
      );
    default:
      return state satisfies never;
  }
}
