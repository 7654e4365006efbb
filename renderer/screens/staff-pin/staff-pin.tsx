/**
 * Who it is that wants to help: a badge or a user name, and a PIN. Over whatever is on the screen, which stays as it
 * is, typed words and all.
 */
import '../staff-code/staff-code.css';
import './staff-pin.css';
import { ArrowLeft, ArrowRight, HeartHandshake } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { RefusedNotice } from '../staff-code/refused-notice.tsx';
import { StaffPad } from '../staff-code/staff-pad.tsx';
import { StaffPanel } from '../staff-code/staff-panel.tsx';
import { type StaffPinState, useStaffPin } from './use-staff-pin.ts';

const LONGEST_NAME = 40;

export interface StaffPinProps {
  hasBadge: boolean;
  onClose(): void;
}

export function StaffPin({ hasBadge, onClose }: StaffPinProps) {
  const { t } = useTranslation();
  const inHand = useStaffPin(hasBadge, onClose);
  const { step, state } = inHand;
  return (
    <StaffPanel
      title={t(hasBadge ? 'staffPin.badgeTitle' : 'staffPin.title')}
      asks={step}
      otherWay={
        step === 'pin' &&
        !hasBadge && (
          <Button icon={ArrowLeft} onPress={inHand.toName}>
            {t('staffPin.otherName')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <StaffPinNotice state={state} step={step} />
      {step === 'name' ? <NameForm {...inHand} /> : <PinForm {...inHand} />}
    </StaffPanel>
  );
}

type InHand = ReturnType<typeof useStaffPin>;

function NameForm({ userName, setUserName, toPin }: InHand) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    toPin();
  };
  return (
    <form className="staff-pin__name" onSubmit={submit} autoComplete="off" noValidate>
      <TextField
        label={t('staffPin.name')}
        value={userName}
        onChange={setUserName}
        inputRef={field}
        isCurrent
        onFocus={() => undefined}
        maxLength={LONGEST_NAME}
      />
      <OnScreenKeyboard field={field} kind="userName" nextWord={t('keyboard.next')} onNext={toPin} />
      <Button look="main" icon={ArrowRight} type="submit">
        {t('staffPin.toPin')}
      </Button>
    </form>
  );
}

function PinForm({ pin, setPin, enter, isComplete, state }: InHand) {
  const { t } = useTranslation();
  return (
    <StaffPad
      label={t('staffPin.pin')}
      figures={pin}
      onType={setPin}
      enterIcon={HeartHandshake}
      enterWord={t('staffPin.enter')}
      canEnter={isComplete && state.name !== 'checking'}
      onEnter={enter}
    />
  );
}

function StaffPinNotice({ state, step }: { state: StaffPinState; step: 'name' | 'pin' }) {
  const { t } = useTranslation();
  switch (state.name) {
    case 'typing':
      return <p>{t(step === 'name' ? 'staffPin.nameLead' : 'staffPin.lead')}</p>;
    case 'nameWrong':
      return <Notice kind="problem">{t('staffPin.nameWrong')}</Notice>;
    case 'checking':
      return <p role="status">{t('staffCode.checking')}</p>;
    case 'refused':
      return <RefusedNotice refused={state} />;
    default:
      return state satisfies never;
  }
}
