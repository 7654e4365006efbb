/** The e-mail is on its way: what to do on the telephone, and what if it does not come. */
import '../../styles/card.css';
import './joining.css';
import { Hourglass, PenLine, RefreshCw, Send, Smartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { useCountdown } from '../../app/countdown.ts';
import { duration, isolated } from '../../app/formats.ts';
import { ask, tell } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import type { Draft } from './draft.ts';
import { useFollow } from './use-follow.ts';

export interface WaitStepProps {
  sent: NonNullable<Draft['sent']>;
  /** Answers null when another e-mail is on its way. */
  onSendAgain(): Promise<Failure | null>;
  onCorrect(): void;
  onLater(): void;
  onRestart(): void;
}

export function WaitStep({ sent, onSendAgain, onCorrect, onLater, onRestart }: WaitStepProps) {
  const { t } = useTranslation();
  const { progress, isReachable, over } = useFollow(sent, () => ask('registration.follow', undefined));
  const [failure, setFailure] = useState<Failure | null>(null);
  const phase = progress?.phase ?? 'sent';
  const isSeen = phase === 'opened' || phase === 'validated';

  // Whoever looks for an e-mail on their telephone touches nothing here for a while.
  useEffect(() => {
    void tell('session.moreTime', undefined);
  }, []);

  return (
    <Frame
      title={t('joining.wait.title')}
      lead={t('joining.wait.lead', { email: isolated(sent.maskedEmail) })}
      notice={noticeOf()}
      back={
        !over && (
          <Button icon={PenLine} onPress={onCorrect}>
            {t('joining.wait.correct')}
          </Button>
        )
      }
      {...(over ? { onBack: onRestart } : {})}
      mainAction={
        over ? (
          <Button look="main" icon={RefreshCw} onPress={onRestart}>
            {t('joining.wait.restart')}
          </Button>
        ) : (
          <Button icon={Send} onPress={onLater}>
            {t('joining.wait.later')}
          </Button>
        )
      }
    >
      {!over && (
        <div className="joining">
          <p className={`joining__phase ${isSeen ? 'joining__phase--seen' : ''}`} role="status">
            {isSeen ? (
              <Smartphone className="joining__phase-icon" aria-hidden />
            ) : (
              <Hourglass className="joining__phase-icon" aria-hidden />
            )}
            {t(`joining.wait.phases.${phase}`)}
          </p>
          <section className="card" aria-labelledby="phone-steps">
            <h2 id="phone-steps">{t('joining.wait.steps')}</h2>
            <ol className="joining__steps">
              <li>{t('joining.wait.stepOpen')}</li>
              <li>{t('joining.wait.stepTouch')}</li>
              <li>{t('joining.wait.stepCome')}</li>
            </ol>
          </section>
          <p>{t('joining.wait.spam')}</p>
          <SendAgain
            key={sent.atMs}
            sent={sent}
            onSendAgain={async () => {
              setFailure(null);
              setFailure(await onSendAgain());
            }}
          />
        </div>
      )}
    </Frame>
  );

  function noticeOf() {
    if (over?.code === 'REGISTRATION_OVER') return <Notice kind="problem">{t('joining.wait.over')}</Notice>;
    const failed = over ?? failure;
    if (failed) {
      return (
        <Notice kind="problem" code={failed.code}>
          {t(`errors.${failed.code}`)}
        </Notice>
      );
    }
    if (!isReachable) return <Notice kind="problem">{t('joining.wait.unreachable')}</Notice>;
    return sent.isAgain ? <Notice kind="good">{t('joining.wait.sentAgain')}</Notice> : null;
  }
}

function SendAgain({
  sent: { againAfterSeconds, atMs },
  onSendAgain,
}: {
  sent: NonNullable<Draft['sent']>;
  onSendAgain(): Promise<void>;
}) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const [isSending, setIsSending] = useState(false);
  const passedSeconds = (performance.now() - atMs) / 1_000;
  const left = useCountdown(Math.max(0, Math.ceil((againAfterSeconds ?? 0) - passedSeconds)));

  if (againAfterSeconds === null) return <p>{t('joining.wait.notAgain')}</p>;
  const send = async () => {
    setIsSending(true);
    await onSendAgain();
    setIsSending(false);
  };
  return (
    <Button icon={RefreshCw} isDisabled={left > 0 || isSending} onPress={() => void send()}>
      {left > 0 ? t('joining.wait.againIn', { time: duration(left, locale) }) : t('joining.wait.again')}
    </Button>
  );
}
