/**
 * A paper of somebody who has not signed in: what it is, its pages, whose it is, and how to reach them. It is taken
 * while the line is cut, too; nothing of anybody is read for it.
 */
import { ArrowRight, House } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../preload/contract.ts';
import type { DocumentKind } from '../../../preload/document-kinds.ts';
import type { InsuredPeriod } from '../../../preload/insurance-dates.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { AddDocument } from '../../components/add-document/add-document.tsx';
import { useDocumentWays } from '../../components/add-document/use-document-ways.ts';
import { Button } from '../../components/button/button.tsx';
import { DeliveryState } from '../../components/delivery-state/delivery-state.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { ChooseKind } from '../hand-in/choose-kind.tsx';
import { FromStep, type Today, ToStep } from '../insurance/date-steps.tsx';
import { NameStep, ReachStep } from '../request-form/person-steps.tsx';
import { Reference } from '../requests/reference.tsx';
import { type DepositDraft, depositorOf } from './draft.ts';
import { SummaryStep } from './summary-step.tsx';

export interface UnsignedDepositProps {
  /** Null when it is still to be asked. */
  kind: DocumentKind | null;
  /** Kept by whoever keeps this screen: nothing that was typed is lost by a look at another one. */
  draft: DepositDraft;
  onDraft(amend: (before: DepositDraft) => DepositDraft): void;
  /** It is on its way: nothing of it is needed any more. */
  onSent(): void;
  onBack(): void;
}

type Step =
  | { name: 'kind' }
  | { name: 'from' }
  | { name: 'to'; from: string }
  | { name: 'pages' | 'name' | 'reach' | 'summary' }
  | { name: 'sent'; delivery: Delivery & { reference: string } };

export function UnsignedDeposit({ kind: asked, draft, onDraft, onSent, onBack }: UnsignedDepositProps) {
  const { t } = useTranslation();
  const ways = useDocumentWays();
  const [kind, setKind] = useState<DocumentKind>(asked ?? 'other');
  const [insured, setInsured] = useState<InsuredPeriod | null>(null);
  const [pageCount, setPageCount] = useState(0);
  const [step, setStep] = useState<Step>(() => (asked ? firstStepOf(asked) : { name: 'kind' }));
  const toBeginning = () => (asked ? onBack() : setStep({ name: 'kind' }));
  const amendPerson = (change: Partial<DepositDraft['person']>) =>
    onDraft((before) => ({ ...before, person: { ...before.person, ...change } }));

  switch (step.name) {
    case 'kind':
      return (
        <ChooseKind
          onChoose={(chosen) => {
            setKind(chosen);
            setInsured(null);
            setStep(firstStepOf(chosen));
          }}
          onBack={onBack}
        />
      );
    case 'from':
      return (
        <FromStep
          today={today()}
          written={draft.from}
          onWrite={(from) => onDraft((before) => ({ ...before, from }))}
          onDay={(from) => setStep({ name: 'to', from })}
          onBack={toBeginning}
        />
      );
    case 'to': {
      const { from } = step;
      return (
        <ToStep
          today={today()}
          from={from}
          known={[]}
          written={draft.to}
          onWrite={(to) => onDraft((before) => ({ ...before, to }))}
          onDay={(to) => {
            setInsured({ from, to });
            setStep({ name: 'pages' });
          }}
          onBack={() => setStep({ name: 'from' })}
        />
      );
    }
    case 'pages':
      return (
        <AddDocument
          title={t(`documents.about.${kind}.title`)}
          lead={t('documents.lead')}
          ways={ways}
          mainAction={(count) =>
            count > 0 && (
              <Button
                look="main"
                icon={ArrowRight}
                onPress={() => {
                  setPageCount(count);
                  setStep({ name: 'name' });
                }}
              >
                {t('requests.form.next')}
              </Button>
            )
          }
          onBack={() => (insured ? setStep({ name: 'to', from: insured.from }) : toBeginning())}
        />
      );
    case 'name':
      return (
        <NameStep
          words={{
            lead: t('unsignedDeposit.personLead'),
            nameMissing: t('unsignedDeposit.nameMissing'),
            number: t('unsignedDeposit.number'),
            numberHint: t('unsignedDeposit.numberHint'),
            numberMissing: t('unsignedDeposit.numberMissing'),
          }}
          person={draft.person}
          onAmend={amendPerson}
          onNext={() => setStep({ name: 'reach' })}
          onBack={() => setStep({ name: 'pages' })}
        />
      );
    case 'reach':
      return (
        <ReachStep
          lead={t('unsignedDeposit.reachLead')}
          person={draft.person}
          onAmend={amendPerson}
          onNext={() => setStep({ name: 'summary' })}
          onBack={() => setStep({ name: 'name' })}
        />
      );
    case 'summary':
      return (
        <SummaryStep
          kind={kind}
          insured={insured}
          pageCount={pageCount}
          person={draft.person}
          onSend={async () => {
            const from = depositorOf(draft.person);
            if (!from) throw new Error('a paper of nobody was to be sent');
            const answer = await ask('unsignedDeposit.send', { from, kind, insured });
            if (!answer.ok) return answer.error;
            onSent();
            setStep({ name: 'sent', delivery: answer.value });
            return null;
          }}
          onBack={() => setStep({ name: 'reach' })}
        />
      );
    case 'sent':
      return <Sent delivery={step.delivery} onDone={onBack} />;
    default:
      return step satisfies never;
  }
}

function Sent({ delivery, onDone }: { delivery: Delivery & { reference: string }; onDone(): void }) {
  const { t } = useTranslation();
  const { deliveries } = useArrivals();
  return (
    <Frame
      screen="documents"
      title={t('documents.sent.title')}
      mainAction={
        <Button look="main" icon={House} onPress={onDone}>
          {t('requests.assistance.done')}
        </Button>
      }
    >
      <div className="progress">
        <DeliveryState
          state={deliveries.get(delivery.deliveryId) ?? delivery.state}
          words={{
            saved: t('unsignedDeposit.saved'),
            transmitted: t('unsignedDeposit.transmitted'),
            refused: t('unsignedDeposit.refused'),
          }}
        />
        <Reference reference={delivery.reference} isGiven={false} />
      </div>
    </Frame>
  );
}

function firstStepOf(kind: DocumentKind): Step {
  return { name: kind === 'insuranceCertificate' ? 'from' : 'pages' };
}

/** The landlord is not asked. */
function today(): Today {
  return { day: new Date().toISOString().slice(0, 10), by: 'kiosk' };
}
