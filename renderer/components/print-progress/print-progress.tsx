/** A print job until the paper is in the person's hands, or until they know what to do instead. */
import type { TFunction } from 'i18next';
import { ArrowLeft, House, Mail, Printer, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode, PrintJob } from '../../../preload/contract.ts';
import { Button } from '../button/button.tsx';
import { Frame } from '../frame/frame.tsx';
import { PrintPreview } from '../print-preview/print-preview.tsx';
import { PrintJobState } from './print-job-state.tsx';
import { isOver, type PrintRequest, usePrintJob } from './use-print-job.ts';

export interface PrintProgressProps {
  /** Has to stay the same function from one drawing to the next. */
  request: PrintRequest;
  jobs: ReadonlyMap<string, PrintJob['state']>;
  words: {
    /** While it is under way. */
    title: string;
    preparing: string;
    /** Instead of the usual sentence when the printer took nothing. */
    nothingCame?: string;
    /** To the screen where the print was asked for. */
    back: string;
    home: string;
  };
  onBack(): void;
  onHome(): void;
  /** Null when nothing can be sent. */
  onSendInstead: (() => void) | null;
  /** A better way on than to print again or to send, for failures that know one. */
  remedyFor?: (code: ErrorCode) => ReactNode;
}

export function PrintProgress(props: PrintProgressProps) {
  const { t } = useTranslation();
  const { request, jobs, words, onBack, onSendInstead } = props;
  const { state, jobId, cancelling, leavable, confirm, cancel, again } = usePrintJob(request, jobs);
  const over = isOver(state);
  if (state.name === 'toConfirm' && jobId !== null && !cancelling) {
    const declineAnd = (goOn: () => void) => () => {
      cancel();
      goOn();
    };
    return (
      <PrintPreview
        jobId={jobId}
        pagesTotal={state.pagesTotal}
        onConfirm={confirm}
        onDecline={declineAnd(onBack)}
        onSendInstead={onSendInstead && declineAnd(onSendInstead)}
      />
    );
  }
  return (
    <Frame
      screen="printing"
      // Its title changes with the end of the job: the focus goes there again.
      key={over ? state.name : 'under way'}
      title={titleOf(state, t) ?? words.title}
      {...(over ? { onBack } : {})}
      back={
        <Button icon={X} isDisabled={cancelling} onPress={cancel}>
          {t(cancelling ? 'printing.cancelling' : 'printing.cancel')}
        </Button>
      }
      mainAction={<MainAction {...props} state={state} leavable={leavable} onAgain={again} />}
    >
      <div className="progress">
        <PrintJobState state={state} {...words} />
        {state.name === 'failed' && state.error.code !== 'PAGES_SPENT' && onSendInstead && (
          <Button icon={Printer} onPress={again}>
            {t('printing.again')}
          </Button>
        )}
      </div>
    </Frame>
  );
}

interface MainActionProps extends PrintProgressProps {
  state: PrintJob['state'];
  leavable: boolean;
  onAgain(): void;
}

/** What most people will want next: after a failure, their paper all the same. */
function MainAction(props: MainActionProps) {
  const { t } = useTranslation();
  const { state, leavable, words, onBack, onHome, onAgain, onSendInstead, remedyFor } = props;
  if (state.name === 'failed') {
    const remedy = remedyFor?.(state.error.code);
    if (remedy) return remedy;
    if (state.error.code === 'PAGES_SPENT' && !onSendInstead) {
      return <HomeButton word={words.home} onPress={onHome} />;
    }
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
    return <HomeButton word={words.home} onPress={onHome} />;
  }
  return leavable ? (
    <Button look="main" icon={ArrowLeft} onPress={onBack}>
      {words.back}
    </Button>
  ) : null;
}

function HomeButton({ word, onPress }: { word: string; onPress(): void }) {
  return (
    <Button look="main" icon={House} onPress={onPress}>
      {word}
    </Button>
  );
}

/** Null while the job is under way as usual. */
function titleOf(state: PrintJob['state'], t: TFunction): string | null {
  switch (state.name) {
    case 'completed':
      return t(state.isOnlySent ? 'printing.onlySent' : 'printing.takePaper');
    case 'cancelled':
      return t('printing.cancelled');
    case 'failed':
      return t('printing.failedTitle');
    case 'waiting':
      return t('printing.waitingTitle');
    default:
      return null;
  }
}
