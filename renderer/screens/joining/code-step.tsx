/** The code that came by e-mail, on large keys, while the telephone is looked at. */
import './joining.css';
import { ArrowRight, RefreshCw, Smartphone } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { usePersonAlone } from '../../app/alone-steps.ts';
import { useCountdown } from '../../app/countdown.ts';
import { duration, isolated } from '../../app/formats.ts';
import { ask, tell } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { DelayNotice } from '../../components/delay-notice/delay-notice.tsx';
import { FigurePad } from '../../components/figure-pad/figure-pad.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { useFollow } from './use-follow.ts';

const FORM_ID = 'reset-code';
const CODE_LENGTH = 6;

export interface CodeStepProps {
  email: string;
  /** Not the first e-mail. */
  isAgain: boolean;
  againAfterSeconds: number;
  /** Answers null when another e-mail is on its way: then this screen begins anew. */
  onSendAgain(): Promise<Failure | null>;
  onRight(): void;
  onChanged(): void;
  onBack(): void;
}

export function CodeStep(props: CodeStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { email, isAgain, againAfterSeconds, onSendAgain, onRight, onChanged, onBack } = props;
  const { progress, isReachable, over } = useFollow(null, () => ask('passwordReset.follow', undefined));
  usePersonAlone(onBack);
  const left = useCountdown(againAfterSeconds);
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [isShort, setIsShort] = useState(false);
  const [failure, setFailure] = useState<(Failure & { attempt: number }) | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const attempts = useRef(0);
  const isOver = over !== null || failure?.code === 'RESET_OVER';
  const isChanged = progress?.phase === 'changed';
  const changed = useRef(onChanged);
  changed.current = onChanged;

  useEffect(() => {
    field.current?.focus();
    // Whoever looks for an e-mail on their telephone touches nothing here for a while.
    void tell('session.moreTime', undefined);
  }, []);
  useEffect(() => {
    if (isChanged) changed.current();
  }, [isChanged]);

  const write = (typed: string) => {
    setIsShort(false);
    if (failure?.code === 'RESET_CODE_WRONG') setFailure(null);
    setCode(typed.replace(/\D/g, '').slice(0, CODE_LENGTH));
  };
  const act = async (wish: () => Promise<Failure | null>) => {
    if (isAsking) return;
    setIsAsking(true);
    const failed = await wish();
    setIsAsking(false);
    attempts.current += 1;
    setFailure(failed && { ...failed, attempt: attempts.current });
  };
  const prove = async (): Promise<Failure | null> => {
    const answer = await ask('passwordReset.prove', { code });
    if (answer.ok) {
      onRight();
      return null;
    }
    // A wrong code is typed anew, not mended figure by figure.
    if (answer.error.code === 'RESET_CODE_WRONG') setCode('');
    field.current?.focus();
    return answer.error;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length < CODE_LENGTH) {
      setIsShort(true);
      field.current?.focus();
      return;
    }
    void act(prove);
  };

  return (
    <Frame
      title={t('lostPassword.code.title')}
      lead={t('lostPassword.code.lead', { email: isolated(email) })}
      notice={noticeOf()}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID} isDisabled={isAsking || isOver}>
          {t('lostPassword.code.submit')}
        </Button>
      }
      companion={
        <FigurePad
          label={t('lostPassword.code.pad')}
          eraseWord={t('lostPassword.code.erase')}
          figures={code}
          onType={write}
        />
      }
    >
      <form id={FORM_ID} className="joining" onSubmit={submit} autoComplete="off" noValidate>
        <TextField
          label={t('lostPassword.code.label')}
          value={code}
          onChange={write}
          inputRef={field}
          isCurrent
          isPrivate
          onFocus={() => undefined}
          error={errorOf()}
        />
        <p
          className={progress?.phase === 'opened' ? 'joining__phase joining__phase--seen' : ''}
          role="status"
        >
          {progress?.phase === 'opened' && <Smartphone className="joining__phase-icon" aria-hidden />}
          {t(progress?.phase === 'opened' ? 'lostPassword.code.opened' : 'lostPassword.code.phone')}
        </p>
        <p className="joining__quiet">{t('lostPassword.code.nothing')}</p>
        <Button icon={RefreshCw} isDisabled={left > 0 || isAsking} onPress={() => void act(onSendAgain)}>
          {left > 0
            ? t('lostPassword.code.againIn', { time: duration(left, locale) })
            : t('lostPassword.code.again')}
        </Button>
      </form>
    </Frame>
  );

  function errorOf(): string | null {
    if (isShort) return t('lostPassword.code.missing', { count: CODE_LENGTH - code.length });
    return failure?.code === 'RESET_CODE_WRONG' ? t('errors.RESET_CODE_WRONG') : null;
  }

  function noticeOf() {
    if (isOver) return <Notice kind="problem">{t('lostPassword.code.over')}</Notice>;
    if (failure?.code === 'RESET_DELAYED' && failure.retryAfterSeconds !== undefined) {
      return (
        <DelayNotice
          key={failure.attempt}
          seconds={failure.retryAfterSeconds}
          words="lostPassword.code.delayed"
        />
      );
    }
    if (failure && failure.code !== 'RESET_CODE_WRONG') {
      return (
        <Notice key={failure.attempt} kind="problem" code={failure.code}>
          {t(`errors.${failure.code}`)}
        </Notice>
      );
    }
    if (!isReachable) return <Notice kind="problem">{t('lostPassword.code.unreachable')}</Notice>;
    return isAgain ? <Notice kind="good">{t('lostPassword.code.sentAgain')}</Notice> : null;
  }
}
