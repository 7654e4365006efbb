/** A lost password: an e-mail, and then a code typed here or a link followed on the telephone. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { LONGEST_EMAIL } from '../../../preload/credential-lengths.ts';
import { isEmailAddress } from '../../../preload/email-address.ts';
import { ask } from '../../app/kiosk.ts';
import { DelayNotice } from '../../components/delay-notice/delay-notice.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { CodeStep } from './code-step.tsx';
import { NewPassword } from './new-password.tsx';
import { TextStep } from './text-step.tsx';

export interface LostPasswordProps {
  onBack(): void;
  /** The password was changed on the telephone: now it is typed here. */
  onChanged(email: string): void;
}

type Step =
  | { name: 'email' }
  | { name: 'code'; attempt: number; againAfterSeconds: number }
  | { name: 'password' };

export function LostPassword({ onBack, onChanged }: LostPasswordProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ name: 'email' });
  const [email, setEmail] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const attempts = useRef(0);

  const begin = async (): Promise<Failure | null> => {
    const answer = await ask('passwordReset.begin', { email: email.trim() });
    if (!answer.ok) return answer.error;
    attempts.current += 1;
    const { againAfterSeconds } = answer.value;
    setStep({ name: 'code', attempt: attempts.current, againAfterSeconds });
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
          onChange={setEmail}
          objectionTo={(typed) => {
            if (typed === '') return t('joining.email.missing');
            return isEmailAddress(typed) ? null : t('joining.email.wrong');
          }}
          notice={failure && <FailureNotice failure={failure} />}
          waiting={waiting}
          submitWord={t('lostPassword.email.send')}
          onAnswer={() => void wish(begin)}
          onBack={onBack}
        />
      );
    case 'code':
      return (
        <CodeStep
          key={step.attempt}
          email={email.trim()}
          isAgain={step.attempt > 1}
          againAfterSeconds={step.againAfterSeconds}
          onSendAgain={begin}
          onRight={() => {
            setFailure(null);
            setStep({ name: 'password' });
          }}
          onChanged={() => onChanged(email.trim())}
          onBack={() => setStep({ name: 'email' })}
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
          onBack={() => setStep({ name: 'email' })}
        />
      );
    default:
      return step satisfies never;
  }
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
