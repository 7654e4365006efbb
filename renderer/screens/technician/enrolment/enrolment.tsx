/** What the landlord knows this machine by, and how it becomes a kiosk there: a one-time code, typed once. */
import './enrolment.css';
import { KeyRound, RotateCw } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../../preload/contract.ts';
import type { Enrolment as Enrolled } from '../../../../preload/enrolment-contract.ts';
import { instantInText, isolated } from '../../../app/formats.ts';
import { tell } from '../../../app/kiosk.ts';
import { useAccess } from '../../../app/surroundings.ts';
import { Button } from '../../../components/button/button.tsx';
import { DelayNotice } from '../../../components/delay-notice/delay-notice.tsx';
import { FigurePad } from '../../../components/figure-pad/figure-pad.tsx';
import { Frame } from '../../../components/frame/frame.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { LeaveTechnician } from '../leave-technician.tsx';
import { grouped } from './code-figures.ts';
import { type EnrolmentState, useEnrolment } from './use-enrolment.ts';

const FORM_ID = 'enrolment';
/** What main/health/checks/clock.ts calls wrong. */
const CLOCK_WRONG_FROM_SECONDS = 300;

export interface EnrolmentProps {
  /** Why the kiosk serves nobody; null when it does. */
  outOfServiceCode: ErrorCode | null;
  onBack(): void;
}

export function Enrolment({ outOfServiceCode, onBack }: EnrolmentProps) {
  const { t } = useTranslation();
  const { enrolment, unreadable, code, state, type, enrol } = useEnrolment();
  const field = useRef<HTMLInputElement>(null);
  const isToRestart = state.name === 'enrolled' && outOfServiceCode !== null;

  // Whoever has a keyboard types at once.
  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    enrol();
  };

  return (
    <Frame
      title={t('enrolment.title')}
      lead={t('enrolment.lead')}
      notice={
        <>
          <StateNotice state={state} isToRestart={isToRestart} />
          {unreadable && (
            <Notice kind="problem" code={unreadable.code}>
              {t(`errors.${unreadable.code}`)}
            </Notice>
          )}
          {enrolment && <ClockNotice aheadSeconds={enrolment.clockAheadSeconds} />}
        </>
      }
      onBack={onBack}
      exit={<LeaveTechnician />}
      mainAction={
        isToRestart ? (
          <Button look="main" icon={RotateCw} onPress={() => void tell('staff.restart', undefined)}>
            {t('technician.restart')}
          </Button>
        ) : (
          <Button
            look="main"
            icon={KeyRound}
            type="submit"
            form={FORM_ID}
            isDisabled={state.name === 'asking'}
          >
            {t('enrolment.enrol')}
          </Button>
        )
      }
      companion={
        <FigurePad label={t('enrolment.pad')} eraseWord={t('enrolment.erase')} figures={code} onType={type} />
      }
    >
      <div className="enrolment">
        <form id={FORM_ID} onSubmit={submit} autoComplete="off" noValidate>
          <TextField
            label={t('enrolment.code')}
            value={grouped(code)}
            onChange={type}
            inputRef={field}
            isCurrent
            onFocus={() => {}}
          />
        </form>
        {enrolment && <Known enrolment={enrolment} />}
      </div>
    </Frame>
  );
}

function Known({ enrolment: { credential, kioskId, address } }: { enrolment: Enrolled }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const facts = [
    [t('enrolment.state'), credential ? isolated(credential.name) : t('enrolment.notEnrolled')],
    ...(credential
      ? [
          [t('enrolment.since'), instantInText(credential.issuedAt, locale)],
          [t('enrolment.until'), instantInText(credential.expiresAt, locale)],
        ]
      : []),
    [t('enrolment.kioskId'), kioskId],
    [t('enrolment.address'), address],
  ] as const;
  return (
    <dl className="enrolment__facts">
      {facts.map(([name, value]) => (
        <div key={name} className="enrolment__fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function StateNotice({ state, isToRestart }: { state: EnrolmentState; isToRestart: boolean }) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'typing':
      return null;
    case 'tooShort':
      return <Notice kind="problem">{t('enrolment.tooShort', { count: state.missing })}</Notice>;
    case 'asking':
      return <Notice kind="information">{t('enrolment.asking')}</Notice>;
    case 'enrolled':
      return (
        <Notice kind="good">{t(isToRestart ? 'enrolment.enrolledRestart' : 'enrolment.enrolled')}</Notice>
      );
    case 'refused': {
      const { code, retryAfterSeconds } = state.error;
      if (retryAfterSeconds !== undefined)
        return <DelayNotice key={state.attempt} seconds={retryAfterSeconds} words="staffCode.delayed" />;
      return (
        <Notice key={state.attempt} kind="problem" code={code}>
          {t(`errors.${code}`)}
        </Notice>
      );
    }
    default:
      return state satisfies never;
  }
}

/** The kiosk goes by the central service's time; receipts and papers carry this machine's. */
function ClockNotice({ aheadSeconds }: { aheadSeconds: number | null }) {
  const { t } = useTranslation();
  if (aheadSeconds === null || Math.abs(aheadSeconds) < CLOCK_WRONG_FROM_SECONDS) return null;
  const count = Math.round(Math.abs(aheadSeconds) / 60);
  return (
    <Notice kind="problem">
      {t(aheadSeconds > 0 ? 'enrolment.clockAhead' : 'enrolment.clockBehind', { count })}
    </Notice>
  );
}
