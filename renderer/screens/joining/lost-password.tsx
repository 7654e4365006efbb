/** A lost password: an e-mail, and then a code typed here or a link followed on the telephone. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { LONGEST_EMAIL } from '../../../preload/credential-lengths.ts';
import { isEmailAddress } from '../../../preload/email-address.ts';
import { ask } from '../../app/kiosk.ts';
import { DelayNotice } from '../../components/delay-notice/delay-notice.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { CodeStep } from './code-step.tsx';
import { LOST_PASSWORD_BEGINS, type LostPasswordStep } from './lost-password-step.ts';
import { NewPassword } from './new-password.tsx';
import { TextStep } from './text-step.tsx';

export interface LostPasswordProps {
  /** As it was typed on the sign-in screen, or here: it is typed once. */
  email: string;
  onEmail(email: string): void;
  /** Kept by whoever keeps this screen: an e-mail that is on its way is still waited for after a look at another one. */
  step: LostPasswordStep;
  onStep(step: LostPasswordStep): void;
  onBack(): void;
  /** The password was changed on the telephone: now it is typed here. */
  onChanged(email: string): void;
}

export function LostPassword({ email, onEmail, step, onStep, onBack, onChanged }: LostPasswordProps) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const begin = async (to: string, isAgain: boolean): Promise<Failure | null> => {
    const answer = await ask('passwordReset.begin', { email: to });
    if (!answer.ok) return answer.error;
    const { againAfterSeconds } = answer.value;
    onStep({ name: 'code', email: to, isAgain, sentAtMs: performance.now(), againAfterSeconds });
    return null;
  };
  /** One wish at a time; what went wrong is said on the screen. */
  const wish = async (act: () => Promise<Failure | null>): Promise<void> => {
    if (isAsking) return;
    setFailure(null);
    setIsAsking(true);
    setFailure(await act());
    setIsAsking(false);
  };
  const choose = async (password: string): Promise<Failure | null> => {
    const answer = await ask('passwordReset.choose', { password });
    // The session tells the rest: somebody is signed in.
    return answer.ok ? null : answer.error;
  };

  const waiting = isAsking && (
    <Waiting
      text={t('lostPassword.email.sending')}
      explanation={t('lostPassword.email.sendingExplained')}
      longText={t('lostPassword.email.sendingLong')}
    />
  );

  switch (step.name) {
    case 'email':
      return (
        <TextStep
          title={t('lostPassword.email.title')}
          lead={t('lostPassword.email.lead')}
          label={t('joining.email.label')}
          kind="email"
          value={email}
          maxLength={LONGEST_EMAIL}
          onChange={onEmail}
          objectionTo={(typed) => {
            if (typed === '') return t('joining.email.missing');
            return isEmailAddress(typed) ? null : t('joining.email.wrong');
          }}
          notice={failure && <FailureNotice failure={failure} />}
          waiting={waiting}
          submitWord={t('lostPassword.email.send')}
          onAnswer={() => void wish(() => begin(email.trim(), false))}
          onBack={onBack}
        />
      );
    case 'code':
      return (
        <CodeStep
          key={step.sentAtMs}
          email={step.email}
          isAgain={step.isAgain}
          againAfterSeconds={secondsLeft(step)}
          onSendAgain={() => begin(step.email, true)}
          onRight={() => {
            setFailure(null);
            onStep({ name: 'password' });
          }}
          onChanged={() => onChanged(step.email)}
          onBack={() => onStep(LOST_PASSWORD_BEGINS)}
        />
      );
    case 'password':
      return (
        <NewPassword
          title={t('lostPassword.password.title')}
          submitWord={t('newPassword.save')}
          password=""
          known={[email]}
          isRefused={failure?.code === 'PASSWORD_REFUSED'}
          notice={failure && failure.code !== 'PASSWORD_REFUSED' && <FailureNotice failure={failure} />}
          isBusy={isAsking}
          onPassword={(password) => void wish(() => choose(password))}
          onBack={() => onStep(LOST_PASSWORD_BEGINS)}
        />
      );
    default:
      return step satisfies never;
  }
}

/** Until another e-mail can be asked for. */
function secondsLeft({ sentAtMs, againAfterSeconds }: Extract<LostPasswordStep, { name: 'code' }>): number {
  const passedSeconds = (performance.now() - sentAtMs) / 1_000;
  return Math.max(0, Math.ceil(againAfterSeconds - passedSeconds));
}

function FailureNotice({ failure: { code, retryAfterSeconds } }: { failure: Failure }) {
  const { t } = useTranslation();
  if (code === 'RESET_DELAYED' && retryAfterSeconds !== undefined) {
    return <DelayNotice seconds={retryAfterSeconds} words="lostPassword.code.delayed" />;
  }
  return (
    <Notice kind="problem" code={code}>
      {t(`errors.${code}`)}
    </Notice>
  );
}
