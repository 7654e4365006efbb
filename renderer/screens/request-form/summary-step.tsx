/** All of it, before it is sent. */
import '../../styles/card.css';
import './request-form.css';
import { Send } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import type { Acknowledgement } from '../../../preload/request-contract.ts';
import { isolated, unbroken } from '../../app/formats.ts';
import { useSending } from '../../app/use-sending.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Choices } from '../../components/tools/choices.tsx';
import { AddAttachment, Attachments } from './attachments.tsx';
import { type Attachment, type Draft, personOf } from './draft.ts';
import { Written } from './written.tsx';

/** Under which addresses on file an acknowledgement can be sent, enough of each to be recognised. */
export interface AcknowledgementWays {
  email: string | null;
  sms: string | null;
}

export interface SummaryStepProps {
  draft: Draft;
  lease: ReactNode;
  /** Null for somebody who has not signed in. */
  ways: AcknowledgementWays | null;
  onAcknowledgement(chosen: Acknowledgement): void;
  /** Null where nothing can be added. */
  onAttachments: ((attachments: readonly Attachment[]) => void) | null;
  /** Answers null when it is on its way. */
  onSend(): Promise<Failure | null>;
  onBack(): void;
}

export function SummaryStep(props: SummaryStepProps) {
  const { t } = useTranslation();
  const { draft, lease, ways, onAcknowledgement, onAttachments, onSend, onBack } = props;
  const facts = useFacts(draft, ways === null);
  const [isAdding, setIsAdding] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const { isSending, error, send } = useSending(() => {
    setRefusal(null);
    return onSend();
  });
  const failure = refusal ?? error;

  if (isAdding && onAttachments) {
    const done = (refused: Failure | null) => {
      setIsAdding(false);
      setRefusal(refused);
    };
    return (
      <AddAttachment
        onAdded={(attachment) => {
          onAttachments([...draft.attachments, attachment]);
          done(null);
        }}
        onRefused={done}
        onBack={() => done(null)}
      />
    );
  }
  return (
    <Frame
      title={t('requests.summary.title')}
      lead={t('requests.summary.lead')}
      notice={failure && <FailureNotice error={failure} />}
      {...(isSending ? {} : { onBack })}
      mainAction={
        <Button look="main" icon={Send} isDisabled={isSending} onPress={() => void send()}>
          {t('requests.summary.send')}
        </Button>
      }
    >
      <div className="request-form">
        {lease}
        <section className="card" aria-label={t('requests.summary.title')}>
          <Facts facts={facts} />
          <Written text={draft.text} />
        </section>
        {onAttachments && (
          <Attachments
            attachments={draft.attachments}
            onAttachments={onAttachments}
            onAdd={() => setIsAdding(true)}
          />
        )}
        {ways && <AcknowledgementChoice ways={ways} draft={draft} onChoose={onAcknowledgement} />}
      </div>
    </Frame>
  );
}

/** What is chosen where nothing was touched. */
export function acknowledgementOf(draft: Draft, ways: AcknowledgementWays): Acknowledgement {
  if (draft.acknowledgement) return draft.acknowledgement;
  if (ways.email !== null) return 'email';
  return ways.sms === null ? 'none' : 'sms';
}

function AcknowledgementChoice({
  ways,
  draft,
  onChoose,
}: {
  ways: AcknowledgementWays;
  draft: Draft;
  onChoose(chosen: Acknowledgement): void;
}) {
  const { t } = useTranslation();
  if (ways.email === null && ways.sms === null) return null;
  const { email, sms } = ways;
  return (
    <section className="request-form__question" aria-labelledby="acknowledgement">
      <h2 id="acknowledgement">{t('requests.summary.acknowledgement')}</h2>
      <Choices
        label={t('requests.summary.acknowledgement')}
        chosen={acknowledgementOf(draft, ways)}
        options={[
          ...(email === null
            ? []
            : [{ value: 'email' as const, word: t('requests.summary.byEmail', { email: isolated(email) }) }]),
          ...(sms === null
            ? []
            : [
                {
                  value: 'sms' as const,
                  word: t('requests.summary.bySms', { mobile: isolated(unbroken(sms)) }),
                },
              ]),
          { value: 'none' as const, word: t('requests.summary.byNothing') },
        ]}
        onChoose={onChoose}
      />
      <p className="request-form__quiet">{t('requests.summary.paperLater')}</p>
    </section>
  );
}

function useFacts(draft: Draft, isUnsigned: boolean): { name: string; value: ReactNode }[] {
  const { t } = useTranslation();
  const { nature, topic, place, isAnonymous, person } = draft;
  const { name, tenantNumber, phone, email } = personOf(person);
  const facts: [string, ReactNode][] = [];
  if (nature) facts.push([t('requests.summary.nature'), t(`requests.natures.${nature}`)]);
  if (topic) facts.push([t('requests.summary.topic'), t(`requests.topics.${topic}`)]);
  if (place) facts.push([t('requests.summary.place'), t(`requests.places.${place}`)]);
  if (isAnonymous !== null) {
    const said = isAnonymous ? t('requests.anonymity.anonymous') : t('requests.anonymity.named');
    facts.push([t('requests.summary.yourName'), said]);
  }
  if (isUnsigned) {
    facts.push([t('requests.person.name'), <bdi key="name">{name}</bdi>]);
    if (tenantNumber) facts.push([t('requests.summary.number'), tenantNumber]);
    const reach = <bdi key="reach">{phone ?? email}</bdi>;
    facts.push([t('requests.summary.reach'), reach]);
  }
  return facts.map(([factName, value]) => ({ name: factName, value }));
}
