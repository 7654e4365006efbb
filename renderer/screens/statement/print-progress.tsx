/** A print job until the paper is in the person's hands, or until they know what to do instead. */
import './progress.css';
import {
  ArrowLeft,
  CalendarRange,
  CircleX,
  Hourglass,
  House,
  Mail,
  Printer,
  PrinterCheck,
  TriangleAlert,
  X,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../../preload/contract.ts';
import type { Selection } from '../../app/selection.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PagesBar } from './pages-bar.tsx';
import { ProgressPicture } from './progress-picture.tsx';
import { usePrint } from './use-print.ts';

export interface PrintProgressProps {
  selection: Selection;
  jobs: ReadonlyMap<string, PrintJob['state']>;
  onBack(): void;
  onHome(): void;
  onSendInstead: (() => void) | null;
}

export function PrintProgress({ selection, jobs, onBack, onHome, onSendInstead }: PrintProgressProps) {
  const { t } = useTranslation();
  const { state, cancelling, leavable, cancel, again } = usePrint(selection, jobs);
  const over = state.name === 'completed' || state.name === 'cancelled' || state.name === 'failed';
  return (
    <Frame
      // Its title changes with the end of the job: the focus goes there again.
      key={over ? state.name : 'under way'}
      title={titleOf(state, t)}
      {...(over ? { onBack } : {})}
      back={
        <Button icon={X} isDisabled={cancelling} onPress={cancel}>
          {t(cancelling ? 'printing.cancelling' : 'printing.cancel')}
        </Button>
      }
      mainAction={
        <MainAction
          state={state}
          leavable={leavable}
          onLeave={onBack}
          onHome={onHome}
          onAgain={again}
          onSendInstead={onSendInstead}
        />
      }
    >
      <div className="progress">
        <JobState state={state} />
        {state.name === 'failed' && onSendInstead && (
          <Button icon={Printer} onPress={again}>
            {t('printing.again')}
          </Button>
        )}
      </div>
    </Frame>
  );
}

interface MainActionProps {
  state: PrintJob['state'];
  leavable: boolean;
  onLeave(): void;
  onHome(): void;
  onAgain(): void;
  onSendInstead: (() => void) | null;
}

/** What most people will want next: after a failure, their statement all the same. */
function MainAction({ state, leavable, onLeave, onHome, onAgain, onSendInstead }: MainActionProps) {
  const { t } = useTranslation();
  if (state.name === 'failed' && state.error.code === 'PERIOD_TOO_LONG') {
    return (
      <Button look="main" icon={CalendarRange} onPress={onLeave}>
        {t('statement.otherPeriod')}
      </Button>
    );
  }
  if (state.name === 'failed') {
    return onSendInstead ? (
      <Button look="main" icon={Mail} onPress={onSendInstead}>
        {t('printing.emailInstead')}
      </Button>
    ) : (
      <Button look="main" icon={Printer} onPress={onAgain}>
        {t('printing.again')}
      </Button>
    );
  }
  if (state.name === 'completed' || state.name === 'cancelled') {
    return (
      <Button look="main" icon={House} onPress={onHome}>
        {t('statement.backHome')}
      </Button>
    );
  }
  return leavable ? (
    <Button look="main" icon={ArrowLeft} onPress={onLeave}>
      {t('statement.backToChoice')}
    </Button>
  ) : null;
}

function JobState({ state }: { state: PrintJob['state'] }) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'preparing':
      return <ProgressPicture icon={Hourglass} text={t('printing.preparing')} busy />;
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
          text={t(`errors.${state.error.code}`)}
          tone="problem"
          code={state.error.code}
        />
      );
    default:
      return state satisfies never;
  }
}

function titleOf(state: PrintJob['state'], t: ReturnType<typeof useTranslation>['t']): string {
  switch (state.name) {
    case 'completed':
      return t('printing.takePaper');
    case 'cancelled':
      return t('printing.cancelled');
    case 'failed':
      return t('printing.failedTitle');
    case 'waiting':
      return t('printing.waitingTitle');
    default:
      return t('printing.title');
  }
}
