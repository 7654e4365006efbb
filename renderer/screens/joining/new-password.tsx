/** A password of one's own choice, typed twice, with what it is worth said while it is typed. */
import './joining.css';
import { ArrowRight, Eye, EyeOff } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonAlone } from '../../app/alone-steps.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { strengthOf } from './password-strength.ts';
import { StrengthMeter, useAdvice } from './strength-meter.tsx';

const FORM_ID = 'new-password';

export interface NewPasswordProps {
  title: string;
  submitWord: string;
  /** What has been typed before. */
  password: string;
  /** What is known of the person, and must not be their password. */
  known: readonly string[];
  /** The landlord has said no to the one before. */
  isRefused: boolean;
  /** What else there is to say: a failure, a wait. */
  notice?: ReactNode;
  isBusy?: boolean;
  onPassword(password: string): void;
  onBack(): void;
}

type Fault = 'weak' | 'refused' | 'againMissing' | 'different';

export function NewPassword(props: NewPasswordProps) {
  const { t } = useTranslation();
  const { title, submitWord, known, isRefused, notice, isBusy = false, onPassword, onBack } = props;
  const [password, setPassword] = useState(props.password);
  const [again, setAgain] = useState(props.password);
  const [current, setCurrent] = useState<'first' | 'second'>('first');
  const [isShown, setIsShown] = useState(false);
  const [fault, setFault] = useState<Fault | null>(isRefused ? 'refused' : null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  usePersonAlone(onBack);
  const strength = strengthOf(password, known);
  const advice = useAdvice(strength);

  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (isRefused) setFault('refused');
  }, [isRefused]);

  const submit = () => {
    const found = faultOf();
    setFault(found);
    if (found === 'weak') return first.current?.focus();
    if (found) return second.current?.focus();
    if (!isBusy) onPassword(password);
  };
  const faultOf = (): Fault | null => {
    if (strength.level !== 'fair' && strength.level !== 'strong') return 'weak';
    if (again === '') return 'againMissing';
    return again === password ? null : 'different';
  };
  const submitForm = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const write = (change: (typed: string) => void) => (typed: string) => {
    setFault(null);
    change(typed);
  };

  return (
    <Frame
      title={title}
      lead={t('newPassword.lead')}
      {...(notice ? { notice } : {})}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID} isDisabled={isBusy}>
          {submitWord}
        </Button>
      }
      companion={
        <OnScreenKeyboard
          field={current === 'first' ? first : second}
          kind="password"
          nextWord={current === 'first' ? t('keyboard.next') : t('keyboard.enter')}
          onNext={() => (current === 'first' ? second.current?.focus() : submit())}
        />
      }
    >
      <form id={FORM_ID} className="joining" onSubmit={submitForm} autoComplete="off" noValidate>
        <TextField
          label={t('newPassword.label')}
          value={password}
          onChange={write(setPassword)}
          inputRef={first}
          isCurrent={current === 'first'}
          onFocus={() => setCurrent('first')}
          hidden={!isShown}
          isPrivate
          error={fault === 'weak' ? advice : fault === 'refused' ? t('newPassword.refused') : null}
          companion={
            <Button
              icon={isShown ? EyeOff : Eye}
              label={t(isShown ? 'signIn.hidePasswordLabel' : 'signIn.showPasswordLabel')}
              onPress={() => setIsShown(!isShown)}
            >
              {t(isShown ? 'signIn.hidePassword' : 'signIn.showPassword')}
            </Button>
          }
        />
        {fault !== 'weak' && password !== '' && <StrengthMeter strength={strength} />}
        <TextField
          label={t('newPassword.again')}
          value={again}
          onChange={write(setAgain)}
          inputRef={second}
          isCurrent={current === 'second'}
          onFocus={() => setCurrent('second')}
          hidden={!isShown}
          isPrivate
          error={fault === 'different' || fault === 'againMissing' ? t(`newPassword.${fault}`) : null}
        />
      </form>
    </Frame>
  );
}
