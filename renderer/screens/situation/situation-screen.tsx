/** One side of who a tenant is: what is in force, and a change of it, question by question. */
import './situation.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Delivery, Failure } from '../../../preload/contract.ts';
import { FAMILY_STATUSES, WORK_STATUSES } from '../../../preload/profile-choices.ts';
import type { ProfileChange, ProfileFault } from '../../../preload/profile-contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { useReading } from '../../app/use-reading.ts';
import { AddDocument } from '../../components/add-document/add-document.tsx';
import { useDocumentWays, useTakesDocuments } from '../../components/add-document/use-document-ways.ts';
import { Button } from '../../components/button/button.tsx';
import { ChoiceStep } from '../../components/choice-step/choice-step.tsx';
import { DateStep } from '../../components/date-fields/date-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import {
  afterSending,
  type ChangeKind,
  changeOf,
  type DraftField,
  hasEmployer,
  type ProfileDraft,
} from './draft.ts';
import { FieldsStep } from './fields-step.tsx';
import { Overview, type Section } from './overview.tsx';
import {
  fieldsOf,
  type Question,
  questionAfter,
  questionBefore,
  questionsOf,
  wantsProof,
} from './questions.ts';
import { SentStep } from './sent-step.tsx';
import { spacedPhone } from './spaced-phone.ts';

export interface SituationScreenProps {
  section: Section;
  /** Where a proof is filed; null for somebody without a lease, who is asked for none. */
  account: Account | null;
  /** They live in no dwelling of ours any more. */
  hasLeft: boolean;
  arrivals: Arrivals;
  /** Kept by whoever keeps this screen: nothing that was typed is lost by a look at another one. */
  draft: ProfileDraft;
  onDraft(amend: (before: ProfileDraft) => ProfileDraft): void;
  onBack(): void;
}

type Asked = { kind: ChangeKind; occupantId: string | null };

type Step =
  | { name: 'overview' }
  | ({ name: 'question'; question: Question } & Asked)
  | ({ name: 'proof'; change: ProfileChange } & Asked)
  | ({ name: 'confirm'; change: ProfileChange; pageCount: number } & Asked)
  | { name: 'sent'; delivery: Delivery };

type Faults = ReadonlyMap<string, ProfileFault>;

const NO_FAULTS: Faults = new Map();

export function SituationScreen(props: SituationScreenProps) {
  const { t } = useTranslation();
  const { section, account, hasLeft, arrivals, draft, onDraft, onBack } = props;
  const { state, readAgain } = useReading('profile.read', undefined);
  const ways = useDocumentWays();
  const takesDocuments = useTakesDocuments() && account !== null;
  const [step, setStep] = useState<Step>({ name: 'overview' });
  const [faults, setFaults] = useState(NO_FAULTS);
  const toOverview = () => {
    readAgain();
    setFaults(NO_FAULTS);
    setStep({ name: 'overview' });
  };
  const amend = (change: Partial<ProfileDraft>) => {
    setFaults(NO_FAULTS);
    onDraft((before) => ({ ...before, ...change }));
  };

  if (step.name === 'sent') {
    const { delivery } = step;
    return (
      <SentStep
        state={arrivals.deliveries.get(delivery.deliveryId) ?? delivery.state}
        onOverview={toOverview}
      />
    );
  }
  if (state.name !== 'ready' || step.name === 'overview') {
    const begin = (asked: Asked) => {
      const [question] = questionsOf(asked.kind, draft);
      setFaults(NO_FAULTS);
      if (question) setStep({ name: 'question', question, ...asked });
      else void goOn(asked, null, draft);
    };
    return (
      <Overview
        section={section}
        hasLeft={hasLeft}
        state={state}
        onReadAgain={readAgain}
        onChange={(kind) => begin({ kind, occupantId: null })}
        onRemove={(occupantId) => begin({ kind: 'occupantRemoved', occupantId })}
        onBack={onBack}
      />
    );
  }
  const { profile, changes } = state.value;

  switch (step.name) {
    case 'question': {
      const { kind, occupantId, question } = step;
      const asked = { kind, occupantId };
      const back = () => {
        const before = questionBefore(kind, question, draft);
        setFaults(NO_FAULTS);
        setStep(before ? { ...step, question: before } : { name: 'overview' });
      };
      const next = (filledIn = draft) => void goOn(asked, question, filledIn);
      const title = t(`situation.questions.${question}.title`);
      const lead = t(`situation.questions.${question}.lead`);
      switch (question) {
        case 'familyStatus':
          return (
            <ChoiceStep
              {...{ title, lead }}
              options={FAMILY_STATUSES.map((value) => ({
                value,
                word: t(`situation.familyStatuses.${value}`),
              }))}
              inForce={{ value: profile.family.status, word: t('situation.now') }}
              onChoose={(familyStatus) => {
                amend({ familyStatus });
                next({ ...draft, familyStatus });
              }}
              onBack={back}
            />
          );
        case 'workStatus':
          return (
            <ChoiceStep
              {...{ title, lead }}
              options={WORK_STATUSES.map((value) => ({ value, word: t(`situation.workStatuses.${value}`) }))}
              // Another employer is a change too.
              inForce={
                hasEmployer(profile.work.status)
                  ? null
                  : { value: profile.work.status, word: t('situation.now') }
              }
              onChoose={(workStatus) => {
                amend({ workStatus });
                next({ ...draft, workStatus });
              }}
              onBack={back}
            />
          );
        case 'bornOn':
          return (
            <DateStep
              {...{ title, lead }}
              label={t('situation.fields.bornOn')}
              written={draft.bornOn}
              onWrite={(bornOn) => amend({ bornOn })}
              error={wordsOf('bornOn')}
              onDay={() => next()}
              onBack={back}
            />
          );
        default:
          return (
            <FieldsStep
              key={question}
              {...{ title, lead }}
              {...(question === 'mobilePhone' || question === 'landlinePhone'
                ? { hint: t('situation.phoneHint'), ...removalOf(question, asked) }
                : {})}
              fields={fieldsOf(question).map(({ name, judgedAs, keys }) => ({
                name,
                keys,
                label: t(`situation.fields.${name}`),
                value: draft[name],
                error: wordsOf(judgedAs),
              }))}
              onWrite={(name: DraftField, value) =>
                amend({
                  [name]: name === 'mobilePhone' || name === 'landlinePhone' ? spacedPhone(value) : value,
                })
              }
              onNext={next}
              onBack={back}
            />
          );
      }
    }
    case 'proof': {
      const { change, kind, occupantId } = step;
      return (
        <AddDocument
          title={t('situation.proof.title')}
          lead={wantsProof(change.kind) ? t(`situation.proof.${change.kind}`) : ''}
          ways={ways}
          mainAction={(pageCount) => (
            <Button
              look={pageCount > 0 ? 'main' : 'plain'}
              onPress={() => setStep({ ...step, name: 'confirm', pageCount })}
            >
              {t(pageCount > 0 ? 'dateFields.next' : 'situation.proof.without')}
            </Button>
          )}
          onBack={() => toLastQuestion({ kind, occupantId })}
        />
      );
    }
    case 'confirm': {
      const { change, pageCount, kind, occupantId } = step;
      return (
        <ConfirmStep
          profile={profile}
          waiting={changes}
          change={change}
          pageCount={pageCount}
          onConfirm={() => send(change)}
          onBack={() =>
            wantsProof(kind) && takesDocuments
              ? setStep({ name: 'proof', change, kind, occupantId })
              : toLastQuestion({ kind, occupantId })
          }
        />
      );
    }
    default:
      return step satisfies never;
  }

  /** A number that is on file can be taken off. */
  function removalOf(kind: 'mobilePhone' | 'landlinePhone', asked: Asked) {
    if (profile.contact[kind] === null) return {};
    const onRemove = () => void judge(asked, { kind, phone: null }, null, null);
    return { removal: { word: t('situation.removeNumber'), onRemove } };
  }

  function wordsOf(field: string): string | null {
    const fault = faults.get(field);
    return fault ? t(`situation.faults.${fault}`) : null;
  }

  function toLastQuestion(asked: Asked): void {
    const question = questionsOf(asked.kind, draft).at(-1);
    setStep(question ? { name: 'question', question, ...asked } : { name: 'overview' });
  }

  /** To the next question, or what comes after the last one; and nowhere, while this one is answered wrong. */
  async function goOn(asked: Asked, question: Question | null, filledIn: ProfileDraft): Promise<void> {
    const { kind, occupantId } = asked;
    const following = question && questionAfter(kind, question, filledIn);
    const typed = changeOf(kind, filledIn, occupantId) ?? placeholderOf(kind, filledIn);
    if (typed) await judge(asked, typed, question, following);
  }

  async function judge(
    asked: Asked,
    typed: ProfileChange,
    question: Question | null,
    following: Question | null,
  ): Promise<void> {
    const answer = await ask('profile.check', { change: typed });
    if (!answer.ok) return;
    const judged = answer.value;
    const here = question ? judgedFieldsOf(question) : null;
    const wrong =
      judged.verdict === 'wrong' ? judged.faults.filter(({ field }) => !here || here.includes(field)) : [];
    if (wrong.length > 0) {
      setFaults(new Map(wrong.toReversed().map(({ field, fault }) => [field, fault])));
      return;
    }
    if (following) return setStep({ name: 'question', question: following, ...asked });
    if (judged.verdict === 'wrong') return;
    const { change } = judged;
    setStep(
      wantsProof(asked.kind) && takesDocuments
        ? { name: 'proof', change, ...asked }
        : { name: 'confirm', change, pageCount: 0, ...asked },
    );
  }

  async function send(change: ProfileChange): Promise<Failure | null> {
    const answer = await ask('profile.request', { accountId: account?.id ?? null, change });
    if (!answer.ok) return answer.error;
    onDraft((before) => afterSending(change.kind, before));
    setStep({ name: 'sent', delivery: answer.value });
    return null;
  }
}

function judgedFieldsOf(question: Question): readonly string[] {
  switch (question) {
    case 'familyStatus':
    case 'workStatus':
      return ['status'];
    case 'bornOn':
      return ['bornOn'];
    default:
      return fieldsOf(question).map(({ judgedAs }) => judgedAs);
  }
}

/** While the birth date is not asked yet: names are judged without it. */
function placeholderOf(kind: ChangeKind, { givenName, familyName }: ProfileDraft): ProfileChange | null {
  return kind === 'occupantAdded' ? { kind, givenName, familyName, bornOn: '2000-01-01' } : null;
}
