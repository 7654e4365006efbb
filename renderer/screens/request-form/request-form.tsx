/**
 * Writing a request, one question at a time. It knows nothing of whether somebody is signed in: whoever keeps it says
 * what is asked, keeps what was written, and sends it.
 */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { REQUEST_PLACES, REQUEST_TOPICS } from '../../../preload/request-subjects.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { AnonymityStep } from './anonymity-step.tsx';
import {
  type Draft,
  type Questions,
  type StepName,
  stepAfter,
  stepBefore,
  stepsOf,
  withNature,
  withTopic,
} from './draft.ts';
import { EMERGENCIES, URGENT_TOPICS } from './emergencies.ts';
import { NatureStep } from './nature-step.tsx';
import { NameStep, ReachStep } from './person-steps.tsx';
import { PictureChoice } from './picture-choice.tsx';
import { PLACE_ICONS, TOPIC_ICONS } from './pictures.ts';
import { type AcknowledgementWays, SummaryStep } from './summary-step.tsx';
import { TextStep } from './text-step.tsx';
import { UrgentStep } from './urgent-step.tsx';

export interface RequestFormProps {
  questions: Questions;
  /** Whether something can be added on paper, on a key, by telephone. */
  takesAttachments: boolean;
  /** Kept by whoever keeps this form: nothing that was typed is lost by a look at another screen. */
  draft: Draft;
  onDraft(amend: (before: Draft) => Draft): void;
  /** Which lease it is about, where there are several. */
  lease: ReactNode;
  /** Null for somebody who has not signed in. */
  acknowledgementWays: AcknowledgementWays | null;
  /** Answers null when it is on its way. */
  onSend(): Promise<Failure | null>;
  onBack(): void;
}

export function RequestForm(props: RequestFormProps) {
  const { t } = useTranslation();
  const { questions, takesAttachments, draft, onDraft, lease, acknowledgementWays, onSend, onBack } = props;
  const [step, setStep] = useState<StepName>(() => stepsOf(draft, questions)[0] ?? 'text');
  const [asksWhomToCall, setAsksWhomToCall] = useState(false);
  const { nature, topic, place } = draft;

  const amend = (change: Partial<Draft>) => onDraft((before) => ({ ...before, ...change }));
  const amendPerson = (change: Partial<Draft['person']>) =>
    onDraft((before) => ({ ...before, person: { ...before.person, ...change } }));
  const goOn = (changed: Draft = draft) => setStep(stepAfter(step, changed, questions));
  const answer = (changed: Draft) => {
    onDraft(() => changed);
    goOn(changed);
  };
  const goBack = () => {
    const before = stepBefore(step, draft, questions);
    if (before) setStep(before);
    else onBack();
  };

  if (asksWhomToCall) {
    const close = () => setAsksWhomToCall(false);
    return <UrgentStep emergencies={EMERGENCIES} onGoOn={close} onBack={close} />;
  }
  switch (step) {
    case 'nature':
      return (
        <NatureStep
          natures={questions.natures}
          lease={lease}
          onChoose={(chosen) => answer(withNature(draft, chosen))}
          onUrgent={() => setAsksWhomToCall(true)}
          onBack={goBack}
        />
      );
    case 'topic':
      return (
        <Frame title={t('requests.form.title')} lead={t('requests.form.topic')} onBack={goBack}>
          <PictureChoice
            label={t('requests.form.topic')}
            chosen={topic}
            options={(nature ? REQUEST_TOPICS[nature] : []).map((value) => ({
              value,
              icon: TOPIC_ICONS[value],
              word: t(`requests.topics.${value}`),
            }))}
            onChoose={(chosen) => answer(withTopic(draft, chosen))}
          />
        </Frame>
      );
    case 'urgent': {
      const emergency = topic ? URGENT_TOPICS[topic] : undefined;
      return <UrgentStep emergencies={emergency ? [emergency] : []} onGoOn={() => goOn()} onBack={goBack} />;
    }
    case 'place':
      return (
        <Frame title={t('requests.form.title')} lead={t('requests.form.place')} onBack={goBack}>
          <PictureChoice
            label={t('requests.form.place')}
            chosen={place}
            options={(nature ? REQUEST_PLACES[nature] : []).map((value) => ({
              value,
              icon: PLACE_ICONS[value],
              word: t(`requests.places.${value}`),
            }))}
            onChoose={(chosen) => answer({ ...draft, place: chosen })}
          />
        </Frame>
      );
    case 'anonymity':
      return <AnonymityStep onChoose={(isAnonymous) => answer({ ...draft, isAnonymous })} onBack={goBack} />;
    case 'text':
      return (
        <TextStep
          title={t('requests.text.title')}
          lead={t(nature === 'incivility' ? 'requests.text.leadIncivility' : 'requests.text.lead')}
          label={t('requests.text.label')}
          text={draft.text}
          onChange={(text) => amend({ text })}
          action={null}
          onNext={() => goOn()}
          onBack={goBack}
        />
      );
    case 'name':
      return (
        <NameStep
          words={{
            lead: t('requests.person.lead'),
            nameMissing: t('requests.person.nameMissing'),
            number: t('requests.person.number'),
            numberHint: t('requests.person.numberHint'),
            numberMissing: null,
          }}
          person={draft.person}
          onAmend={amendPerson}
          onNext={() => goOn()}
          onBack={goBack}
        />
      );
    case 'reach':
      return (
        <ReachStep
          lead={t('requests.reach.lead')}
          person={draft.person}
          onAmend={amendPerson}
          onNext={() => goOn()}
          onBack={goBack}
        />
      );
    case 'summary':
      return (
        <SummaryStep
          draft={draft}
          lease={lease}
          ways={acknowledgementWays}
          onAcknowledgement={(acknowledgement) => amend({ acknowledgement })}
          onAttachments={takesAttachments ? (attachments) => amend({ attachments }) : null}
          onSend={onSend}
          onBack={goBack}
        />
      );
    default:
      return step satisfies never;
  }
}
