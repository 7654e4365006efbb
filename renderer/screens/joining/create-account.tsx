/** An online account of one's own: who one is, with what one will sign in, and an e-mail that proves it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../../preload/contract.ts';
import { LONGEST_EMAIL } from '../../../preload/credential-lengths.ts';
import { isEmailAddress } from '../../../preload/email-address.ts';
import type { SentLink } from '../../../preload/joining-contract.ts';
import { useArrivals } from '../../app/arrivals.ts';
import { ask } from '../../app/kiosk.ts';
import { readDate } from '../../components/date-fields/written-date.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { AlreadyStep } from './already-step.tsx';
import { BirthStep } from './birth-step.tsx';
import { ConsentStep } from './consent-step.tsx';
import { type Draft, EMPTY_DRAFT, type JoiningStep } from './draft.ts';
import { IdentifyingStep } from './identifying-step.tsx';
import { LaterStep } from './later-step.tsx';
import { NameStep } from './name-step.tsx';
import { NewPassword } from './new-password.tsx';
import { NoEmailStep } from './no-email-step.tsx';
import { NumberStep } from './number-step.tsx';
import { RefusedStep } from './refused-step.tsx';
import { StartStep } from './start-step.tsx';
import { TextStep } from './text-step.tsx';
import { WaitStep } from './wait-step.tsx';

export interface CreateAccountProps {
  /** Kept by whoever keeps this screen: nothing that was typed is lost by a look at another one. */
  draft: Draft;
  onDraft(amend: (before: Draft) => Draft): void;
  onSignIn(): void;
  onLostPassword(): void;
  onWithout(): void;
}

export function CreateAccount({ draft, onDraft, onSignIn, onLostPassword, onWithout }: CreateAccountProps) {
  const { t } = useTranslation();
  const arrivals = useArrivals();
  const [sendFailure, setSendFailure] = useState<Failure | null>(null);
  const [isSending, setIsSending] = useState(false);
  const turns = useTurns();
  const printSlip = useCallback(() => ask('registration.printSlip', undefined), []);
  const { step, number, name, birth, email, password, sent } = draft;

  const amend = (change: Partial<Draft>) => onDraft((before) => ({ ...before, ...change }));
  const go = (to: JoiningStep) => amend({ step: to });
  const restart = () => onDraft(() => ({ ...EMPTY_DRAFT, number, name, birth, email }));

  async function identify(): Promise<void> {
    const day = readDate(birth);
    if (!day.ok || name.trim() === '' || number === '') {
      return go(number === '' ? 'number' : name.trim() === '' ? 'name' : 'birth');
    }
    go('identifying');
    const isLatest = turns.begin();
    const identity = { tenantNumber: number, familyName: name.trim(), birthDate: day.day };
    const answer = await ask('registration.begin', identity);
    if (!isLatest()) return;
    if (answer.ok) return go('email');
    if (answer.error.code === 'ALREADY_REGISTERED') return go('already');
    amend({ step: 'refused', refusal: answer.error });
  }

  async function accept(): Promise<Failure | null> {
    const isLatest = turns.begin();
    const answer = await ask('registration.choose', { email, password, consent: true });
    if (!isLatest()) return null;
    if (answer.ok) {
      // It is at the landlord's now, and nowhere here.
      amend({ step: 'wait', password: '', sent: sentNow(answer.value, email, false) });
      return null;
    }
    if (answer.error.code === 'EMAIL_TAKEN') amend({ step: 'email', emailIsTaken: true });
    else if (answer.error.code === 'PASSWORD_REFUSED') amend({ step: 'password', passwordIsRefused: true });
    else return answer.error;
    return null;
  }

  async function sendAgain(to: string): Promise<Failure | null> {
    const isLatest = turns.begin();
    const answer: Result<SentLink> = await ask('registration.sendAgain', { email: to });
    if (!isLatest()) return null;
    if (!answer.ok) return answer.error;
    amend({ step: 'wait', email: to, emailIsTaken: false, sent: sentNow(answer.value, to, true) });
    return null;
  }

  async function sendTo(to: string): Promise<void> {
    setSendFailure(null);
    setIsSending(true);
    const failure = await sendAgain(to);
    setIsSending(false);
    if (failure?.code === 'EMAIL_TAKEN') return amend({ emailIsTaken: true });
    setSendFailure(failure);
  }

  const objectionToEmail = (typed: string): string | null => {
    if (typed === '') return t('joining.email.missing');
    return isEmailAddress(typed) ? null : t('joining.email.wrong');
  };
  const emailWords = {
    label: t('joining.email.label'),
    kind: 'email',
    value: email,
    maxLength: LONGEST_EMAIL,
    onChange: (typed: string) => amend({ email: typed, emailIsTaken: false }),
    objectionTo: objectionToEmail,
    error: draft.emailIsTaken ? t('joining.email.taken') : null,
  } as const;

  switch (step) {
    case 'start':
      return <StartStep onBegin={() => go('number')} onNoEmail={() => go('noEmail')} onBack={onSignIn} />;
    case 'noEmail':
      return <NoEmailStep onWithout={onWithout} onBack={() => go('start')} />;
    case 'number':
      return (
        <NumberStep
          number={number}
          onChange={(typed) => amend({ number: typed })}
          onNext={() => go('name')}
          onBack={() => go('start')}
        />
      );
    case 'name':
      return (
        <NameStep
          name={name}
          onChange={(typed) => amend({ name: typed })}
          onNext={() => go('birth')}
          onBack={() => go('number')}
        />
      );
    case 'birth':
      return (
        <BirthStep
          birth={birth}
          onChange={(written) => amend({ birth: written })}
          onDay={() => void identify()}
          onBack={() => go('name')}
        />
      );
    case 'identifying':
      return (
        <IdentifyingStep
          onBack={() => {
            turns.end();
            go('birth');
          }}
        />
      );
    case 'refused':
      return (
        <RefusedStep
          draft={draft}
          refusal={draft.refusal ?? { code: 'REGISTRATION_REFUSED' }}
          onChange={go}
          onAgain={() => void identify()}
          onBack={() => go('birth')}
        />
      );
    case 'already':
      return <AlreadyStep onSignIn={onSignIn} onLostPassword={onLostPassword} onBack={() => go('birth')} />;
    case 'email':
      return (
        <TextStep
          key="email"
          {...emailWords}
          title={t('joining.email.title')}
          lead={t('joining.email.lead')}
          submitWord={t('joining.next')}
          onAnswer={(typed) => amend({ email: typed, step: password === '' ? 'password' : 'consent' })}
          onBack={() => go('birth')}
        />
      );
    case 'password':
      return (
        <NewPassword
          title={t('newPassword.title')}
          submitWord={t('joining.next')}
          password={password}
          known={[name, number, email, ...knownDay()]}
          isRefused={draft.passwordIsRefused}
          onPassword={(chosen) => amend({ password: chosen, passwordIsRefused: false, step: 'consent' })}
          onBack={() => go('email')}
        />
      );
    case 'consent':
      return (
        <ConsentStep email={email} onAccept={accept} onRestart={restart} onBack={() => go('password')} />
      );
    case 'correct':
      return (
        <TextStep
          key="correct"
          {...emailWords}
          title={t('joining.email.correctTitle')}
          lead={t('joining.email.correctLead')}
          notice={
            sendFailure && (
              <Notice kind="problem" code={sendFailure.code}>
                {t(`errors.${sendFailure.code}`)}
              </Notice>
            )
          }
          waiting={
            isSending && (
              <Waiting
                text={t('joining.consent.sending')}
                explanation={t('joining.consent.sendingExplained')}
                longText={t('joining.consent.sendingLong')}
              />
            )
          }
          submitWord={t('joining.email.send')}
          onAnswer={(typed) => void sendTo(typed)}
          onBack={() => go('wait')}
        />
      );
    case 'wait':
    case 'later':
    case 'slip':
      if (!sent) throw new Error('an e-mail that was not sent was to be waited for');
      return afterSending(step, sent);
    default:
      return step satisfies never;
  }

  function afterSending(where: 'wait' | 'later' | 'slip', link: NonNullable<Draft['sent']>) {
    switch (where) {
      case 'wait':
        return (
          <WaitStep
            sent={link}
            onSendAgain={() => sendAgain(link.email)}
            onCorrect={() => {
              setSendFailure(null);
              go('correct');
            }}
            onLater={() => go('later')}
            onRestart={restart}
          />
        );
      case 'later':
        return (
          <LaterStep validUntil={link.validUntil} onPrint={() => go('slip')} onWait={() => go('wait')} />
        );
      case 'slip':
        return (
          <PrintProgress
            request={printSlip}
            jobs={arrivals.printJobs}
            words={{
              title: t('joining.later.printing'),
              preparing: t('joining.later.preparing'),
              back: t('frame.back'),
              home: t('joining.later.backToWait'),
            }}
            onBack={() => go('later')}
            onHome={() => go('wait')}
            onSendInstead={null}
          />
        );
      default:
        return where satisfies never;
    }
  }

  function knownDay(): string[] {
    const day = readDate(birth);
    return day.ok ? [day.day] : [];
  }
}

function sentNow(link: SentLink, email: string, isAgain: boolean): NonNullable<Draft['sent']> {
  return { ...link, email, atMs: performance.now(), isAgain };
}

/**
 * Only the answer to the latest question leads on. Whoever went back meanwhile, or to another screen, is not taken
 * from where they are.
 */
function useTurns(): { begin(): () => boolean; end(): void } {
  const latest = useRef(0);
  const end = useCallback(() => {
    latest.current += 1;
  }, []);
  useEffect(() => end, [end]);
  const begin = () => {
    end();
    const own = latest.current;
    return () => own === latest.current;
  };
  return { begin, end };
}
