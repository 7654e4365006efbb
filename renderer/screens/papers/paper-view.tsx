/** A paper as it is, page by page. */
import { Mail, Printer } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
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

type Fetched =
  | { name: 'opening' }
  | { name: 'ready'; pdf: Uint8Array; pageCount: number }
  | { name: 'failed'; error: Failure };

export function PaperView({ accountId, paper, onBack, onPrint, onSend }: PaperViewProps) {
  const { t } = useTranslation();
  const { fetched, fetchAgain } = usePaper(accountId, paper.paperId);
  const isReady = fetched.name === 'ready';
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
      {fetched.name === 'opening' && (
        <Waiting
          text={t('papers.opening')}
          explanation={t('papers.openingExplained')}
          longText={t('papers.openingLong')}
        />
      )}
      {fetched.name === 'failed' && (
        <Notice
          kind="problem"
          code={fetched.error.code}
          actions={<Button onPress={fetchAgain}>{t('failure.retry')}</Button>}
        >
          {t(`errors.${fetched.error.code}`)}
        </Notice>
      )}
      {fetched.name === 'ready' && <Pages pdf={fetched.pdf} pageCount={fetched.pageCount} />}
    </Frame>
  );
}

function Pages({ pdf, pageCount }: { pdf: Uint8Array; pageCount: number }) {
  // Whoever draws it takes the bytes over: each time they are given anew.
  const fetchPdf = useCallback(async () => ({ ok: true as const, value: new Uint8Array(pdf) }), [pdf]);
  return <PageByPage fetchPdf={fetchPdf} pagesTotal={pageCount} />;
}

function usePaper(accountId: string, paperId: string): { fetched: Fetched; fetchAgain(): void } {
  const [fetched, setFetched] = useState<Fetched>({ name: 'opening' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new question
  useEffect(() => {
    let isWanted = true;
    setFetched({ name: 'opening' });
    void ask('paper.show', { accountId, paperId }).then((answer) => {
      if (!isWanted) return;
      setFetched(answer.ok ? { name: 'ready', ...answer.value } : { name: 'failed', error: answer.error });
    });
    return () => {
      isWanted = false;
    };
  }, [accountId, paperId, attempt]);

  return { fetched, fetchAgain: () => setAttempt((before) => before + 1) };
}
