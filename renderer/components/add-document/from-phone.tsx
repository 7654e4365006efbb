/** The person's own telephone: a code to be read with it, and what it does then, as it does it. */
import './from-phone.css';
import { CircleHelp, RefreshCw, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../app/formats.ts';
import { Button } from '../button/button.tsx';
import { FailureNotice } from '../failure-notice/failure-notice.tsx';
import { Frame } from '../frame/frame.tsx';
import { Notice } from '../notice/notice.tsx';
import { Waiting } from '../waiting/waiting.tsx';
import { type PhoneState, usePhone } from './use-phone.ts';

export interface FromPhoneProps {
  /** The telephone has sent its files, and they can be fetched. */
  onReceived(): void;
  onBack(): void;
}

export function FromPhone(props: FromPhoneProps) {
  const [codes, setCodes] = useState(1);
  return <OneCode key={codes} {...props} onWishAnother={() => setCodes(codes + 1)} />;
}

function OneCode({ onReceived, onBack, onWishAnother }: FromPhoneProps & { onWishAnother(): void }) {
  const { t } = useTranslation();
  const state = usePhone(onReceived);
  return (
    <Frame
      screen="documents"
      title={t('documents.phoneTitle')}
      lead={t('documents.phoneLead')}
      back={
        <Button icon={CircleHelp} onPress={onBack}>
          {t('documents.phoneOtherWay')}
        </Button>
      }
      mainAction={
        state.name === 'failed' && (
          <Button look="main" icon={RefreshCw} onPress={onWishAnother}>
            {t('documents.phoneNewCode')}
          </Button>
        )
      }
    >
      <Page state={state} />
    </Frame>
  );
}

function Page({ state }: { state: PhoneState }) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'opening':
      return (
        <Waiting
          text={t('documents.phoneOpening')}
          explanation={t('documents.phoneOpeningExplained')}
          longText={t('documents.phoneOpeningLong')}
        />
      );
    case 'failed':
      return <FailureNotice error={state.error} />;
    case 'open':
      return <OpenPage {...state} />;
    default:
      return state satisfies never;
  }
}

function OpenPage({ url, code, phase, secondsLeft, isReachable }: Extract<PhoneState, { name: 'open' }>) {
  const { t } = useTranslation();
  const minutes = Math.round(secondsLeft / 60);
  return (
    <div className="from-phone">
      <div className="from-phone__code">
        <svg role="img" aria-label={t('documents.phoneCode')} viewBox={`0 0 ${code.side} ${code.side}`}>
          <path d={code.path} shapeRendering="crispEdges" />
        </svg>
      </div>
      <div className="from-phone__words">
        <p
          className={`from-phone__phase ${phase === 'waiting' ? '' : 'from-phone__phase--connected'}`}
          role="status"
        >
          <Smartphone className="from-phone__icon" aria-hidden />
          {t(`documents.phonePhases.${phase}`)}
        </p>
        {!isReachable && <Notice kind="problem">{t('documents.phoneUnreachable')}</Notice>}
        <ol className="from-phone__steps" aria-label={t('documents.phoneSteps')}>
          <li>{t('documents.phoneStepOpen')}</li>
          <li>{t('documents.phoneStepPoint')}</li>
          <li>{t('documents.phoneStepChoose')}</li>
        </ol>
        <p>
          {secondsLeft < 60
            ? t('documents.phoneLastMinute')
            : t('documents.phoneMinutes', { count: minutes })}
        </p>
        <p>
          {t('documents.phoneAddress')} <span className="from-phone__address">{isolated(url)}</span>
        </p>
      </div>
    </div>
  );
}
