/** A paper as it is, page by page. */
import { Mail, Printer } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useReading } from '../../app/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { PageByPage } from '../../components/print-preview/page-by-page.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import type { PaperInHand } from './paper-desk.tsx';

export interface PaperViewProps {
  accountId: string;
  paper: PaperInHand;
  onBack(): void;
  onPrint(): void;
  /** Null when there is no address to send to. */
  onSend: (() => void) | null;
}

export function PaperView({ accountId, paper, onBack, onPrint, onSend }: PaperViewProps) {
  const { t } = useTranslation();
  const { state, readAgain } = useReading('paper.show', { accountId, paperId: paper.paperId });
  const isReady = state.name === 'ready';
  return (
    <Frame
      fills={isReady}
      title={paper.title}
      lead={paper.lead}
      onBack={onBack}
      {...(isReady && {
        mainAction: (
          <Button look="main" icon={Printer} onPress={onPrint}>
            {t('papers.print')}
          </Button>
        ),
      })}
      {...(isReady &&
        onSend && {
          companion: (
            <Button icon={Mail} onPress={onSend}>
              {t('papers.email')}
            </Button>
          ),
        })}
    >
      {state.name === 'loading' && (
        <Waiting
          text={t('papers.opening')}
          explanation={t('papers.openingExplained')}
          longText={t('papers.openingLong')}
        />
      )}
      {state.name === 'failed' && <FailureNotice error={state.error} onRetry={readAgain} />}
      {state.name === 'ready' && <Pages {...state.value} />}
    </Frame>
  );
}

function Pages({ pdf, pageCount }: { pdf: Uint8Array; pageCount: number }) {
  // Whoever draws it takes the bytes over: each time they are given anew.
  const fetchPdf = useCallback(async () => ({ ok: true as const, value: new Uint8Array(pdf) }), [pdf]);
  return <PageByPage fetchPdf={fetchPdf} pagesTotal={pageCount} />;
}
