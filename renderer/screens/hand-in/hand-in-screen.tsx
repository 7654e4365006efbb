/** Handing a document in: what it is, its pages, then where it stands on its way to the landlord. */
import { House, Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, Failure } from '../../../preload/contract.ts';
import type { DocumentKind } from '../../../preload/document-kinds.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { AddDocument } from '../../components/add-document/add-document.tsx';
import { useDocumentWays } from '../../components/add-document/use-document-ways.ts';
import { Button } from '../../components/button/button.tsx';
import { DeliveryState } from '../../components/delivery-state/delivery-state.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { ChooseKind } from './choose-kind.tsx';

export interface HandInScreenProps {
  accountId: string;
  /** Which lease it is about, where there are several. */
  lease: ReactNode;
  arrivals: Arrivals;
  onBack(): void;
  onHome(): void;
}

type Step =
  | { name: 'kind' }
  | { name: 'pages' }
  | { name: 'sending' }
  | { name: 'sent'; delivery: Delivery }
  | { name: 'failed'; error: Failure };

export function HandInScreen({ accountId, lease, arrivals, onBack, onHome }: HandInScreenProps) {
  const { t } = useTranslation();
  const ways = useDocumentWays();
  const [step, setStep] = useState<Step>({ name: 'kind' });
  const [kind, setKind] = useState<DocumentKind>('other');

  async function send(): Promise<void> {
    setStep({ name: 'sending' });
    const answer = await ask('document.deposit', { accountId, kind });
    setStep(answer.ok ? { name: 'sent', delivery: answer.value } : { name: 'failed', error: answer.error });
  }

  if (step.name === 'kind') {
    return (
      <ChooseKind
        onChoose={(chosen) => {
          setKind(chosen);
          setStep({ name: 'pages' });
        }}
        onBack={onBack}
      />
    );
  }
  if (step.name === 'pages') {
    return (
      <AddDocument
        title={t(`documents.about.${kind}.title`)}
        lead={t('documents.lead')}
        ways={ways}
        subject={lease}
        mainAction={(pageCount) =>
          pageCount > 0 && (
            <Button look="main" icon={Send} onPress={() => void send()}>
              {t('documents.send')}
            </Button>
          )
        }
        onBack={() => setStep({ name: 'kind' })}
      />
    );
  }
  return (
    <Frame
      screen="documents"
      title={t('documents.sent.title')}
      {...(step.name === 'failed' ? { onBack: () => setStep({ name: 'pages' }) } : {})}
      back={
        step.name === 'sent' && (
          <Button onPress={() => setStep({ name: 'kind' })}>{t('documents.sent.another')}</Button>
        )
      }
      mainAction={
        step.name !== 'sending' && (
          <Button look="main" icon={House} onPress={onHome}>
            {t('documents.sent.home')}
          </Button>
        )
      }
    >
      <div className="progress">
        {step.name === 'sending' && (
          <Waiting
            text={t('documents.sending')}
            explanation={t('documents.sendingExplained')}
            longText={t('documents.sendingLong')}
          />
        )}
        {step.name === 'failed' && <FailureNotice error={step.error} />}
        {step.name === 'sent' && (
          <DeliveryState
            state={arrivals.deliveries.get(step.delivery.deliveryId) ?? step.delivery.state}
            words={{
              saved: t('documents.sent.saved'),
              transmitted: t('documents.sent.transmitted'),
              refused: t('documents.sent.refused'),
            }}
          />
        )}
      </div>
    </Frame>
  );
}
