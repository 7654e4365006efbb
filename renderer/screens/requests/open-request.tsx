/** One request: reading it, adding to it, saying whether the answer settled it, taking it home on paper. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, Failure, Result } from '../../../preload/contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { useReading } from '../../app/use-reading.ts';
import { useTakesDocuments } from '../../components/add-document/use-document-ways.ts';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { type Draft, EMPTY_DRAFT } from '../request-form/draft.ts';
import { SummaryStep } from '../request-form/summary-step.tsx';
import { TextStep } from '../request-form/text-step.tsx';
import { RequestDetail } from './request-detail.tsx';
import { type SentWord, WordSent } from './word-sent.tsx';

export interface OpenRequestProps {
  requestId: string;
  arrivals: Arrivals;
  /** Of what is being added to it. */
  draft: Draft;
  onDraft(amend: (before: Draft) => Draft): void;
  onBack(): void;
  onHome(): void;
}

type Step =
  | { name: 'detail' | 'text' | 'summary' | 'notSettled' | 'notSettledSummary' | 'printing' }
  | { name: 'sent'; word: SentWord; delivery: Delivery };

export function OpenRequest({ requestId, arrivals, draft, onDraft, onBack, onHome }: OpenRequestProps) {
  const { t } = useTranslation();
  const { state, readAgain } = useReading('request.read', { requestId });
  const takesDocuments = useTakesDocuments();
  const [step, setStep] = useState<Step>({ name: 'detail' });
  const print = useCallback(() => ask('request.printAcknowledgement', { requestId }), [requestId]);

  const go = (name: Exclude<Step['name'], 'sent'>) => setStep({ name });
  const amend = (change: Partial<Draft>) => onDraft((before) => ({ ...before, ...change }));
  const toDetail = () => {
    readAgain();
    go('detail');
  };

  function sentAs(word: SentWord, answer: Result<Delivery>): Failure | null {
    if (!answer.ok) return answer.error;
    if (word !== 'settled') onDraft(() => EMPTY_DRAFT);
    setStep({ name: 'sent', word, delivery: answer.value });
    return null;
  }

  async function reply(): Promise<Failure | null> {
    const attachments = draft.attachments.map(({ bundleId }) => bundleId);
    return sentAs('reply', await ask('request.reply', { requestId, text: draft.text, attachments }));
  }

  async function notSettled(): Promise<Failure | null> {
    const verdict = { requestId, isSettled: false as const, text: draft.text };
    return sentAs('notSettled', await ask('request.settle', verdict));
  }

  async function settled(): Promise<Failure | null> {
    return sentAs('settled', await ask('request.settle', { requestId, isSettled: true }));
  }

  switch (step.name) {
    case 'detail':
      return (
        <RequestDetail
          state={state}
          onRetry={readAgain}
          onReply={() => go('text')}
          onSettled={settled}
          onNotSettled={() => go('notSettled')}
          onPrint={() => go('printing')}
          onBack={onBack}
        />
      );
    case 'text':
      return (
        <TextStep
          title={t('requests.reply.title')}
          lead={t('requests.reply.lead')}
          label={t('requests.reply.label')}
          text={draft.text}
          onChange={(text) => amend({ text })}
          action={null}
          onNext={() => go('summary')}
          onBack={() => go('detail')}
        />
      );
    case 'summary':
      return (
        <SummaryStep
          draft={draft}
          lease={null}
          ways={NO_WAYS}
          onAcknowledgement={() => undefined}
          onAttachments={takesDocuments ? (attachments) => amend({ attachments }) : null}
          onSend={reply}
          onBack={() => go('text')}
        />
      );
    case 'notSettled':
      return (
        <TextStep
          title={t('requests.notSettled.title')}
          lead={t('requests.notSettled.lead')}
          label={t('requests.notSettled.label')}
          text={draft.text}
          onChange={(text) => amend({ text })}
          action={null}
          onNext={() => go('notSettledSummary')}
          onBack={() => go('detail')}
        />
      );
    case 'notSettledSummary':
      return (
        <SummaryStep
          draft={{ ...draft, attachments: [] }}
          lease={null}
          ways={NO_WAYS}
          onAcknowledgement={() => undefined}
          onAttachments={null}
          onSend={notSettled}
          onBack={() => go('notSettled')}
        />
      );
    case 'printing':
      return (
        <PrintProgress
          request={print}
          jobs={arrivals.printJobs}
          words={{
            title: t('requests.printing.title'),
            preparing: t('requests.printing.preparing'),
            back: t('requests.printing.back'),
            home: t('statement.backHome'),
          }}
          onBack={() => go('detail')}
          onHome={onHome}
          onSendInstead={null}
        />
      );
    case 'sent': {
      const { word, delivery } = step;
      return (
        <WordSent
          word={word}
          state={arrivals.deliveries.get(delivery.deliveryId) ?? delivery.state}
          onRequest={toDetail}
        />
      );
    }
    default:
      return step satisfies never;
  }
}

/** Nothing is acknowledged but the request itself. */
const NO_WAYS = { email: null, sms: null };
