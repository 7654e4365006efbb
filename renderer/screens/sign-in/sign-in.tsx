/** E-mail and password, typed on the screen or on a keyboard. */
import './sign-in.css';
import { CreditCard, Eye, EyeOff, KeyRound, LayoutGrid, LogIn, UserPlus } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { SignInNotice } from './sign-in-notice.tsx';
import { useSignIn } from './use-sign-in.ts';

const FORM_ID = 'sign-in';

export interface SignInProps {
  /** Kept by whoever keeps this screen: it is typed once, for a lost password, too. */
  email: string;
  onEmail(email: string): void;
  /** They have just chosen another password on their telephone. */
  isChanged: boolean;
  onQuickPay(): void;
  onCreateAccount(): void;
  onLostPassword(): void;
  onWithoutSigningIn(): void;
}

export function SignIn(props: SignInProps) {
  const { email, onEmail, isChanged, onQuickPay, onCreateAccount, onLostPassword, onWithoutSigningIn } =
    props;
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [passwordShown, setPasswordShown] = useState(false);
  const [current, setCurrent] = useState<'email' | 'password'>('email');
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const { state, signIn } = useSignIn();
  const silent = state.name === 'filling' || state.name === 'asking';
  const field = current === 'email' ? emailField : passwordField;

  useEffect(() => {
    if (state.name === 'missing') (state.field === 'email' ? emailField : passwordField).current?.focus();
    // A wrong password is typed anew, not mended letter by letter behind dots.
    if (state.name === 'failed' && state.error.code === 'CREDENTIALS_INVALID') setPassword('');
  }, [state]);

  const submit = () => void signIn({ email, password });
  const submitForm = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };

  return (
    <Frame
      screen="signIn"
      title={t('signIn.title')}
      // What went wrong takes the place of what is known by then, so that nothing is pushed off the screen.
      lead={silent ? t('signIn.lead') : null}
      notice={silent ? changedNotice() : <SignInNotice state={state} onCreateAccount={onCreateAccount} />}
      back={
        <Button icon={LayoutGrid} onPress={onWithoutSigningIn}>
          {t('withoutSigningIn.open')}
        </Button>
      }
      mainAction={
        <Button look="main" icon={LogIn} type="submit" form={FORM_ID} isDisabled={state.name === 'asking'}>
          {t('signIn.submit')}
        </Button>
      }
      companion={
        <OnScreenKeyboard
          field={field}
          kind={current}
          nextWord={current === 'email' ? t('keyboard.next') : t('keyboard.enter')}
          onNext={() => (current === 'email' ? passwordField.current?.focus() : submit())}
        />
      }
    >
      <form id={FORM_ID} className="sign-in" onSubmit={submitForm} autoComplete="off" noValidate>
        <TextField
          label={t('signIn.email')}
          value={email}
          onChange={onEmail}
          inputRef={emailField}
          isCurrent={current === 'email'}
          onFocus={() => setCurrent('email')}
        />
        <TextField
          label={t('signIn.password')}
          value={password}
          onChange={setPassword}
          inputRef={passwordField}
          isCurrent={current === 'password'}
          onFocus={() => setCurrent('password')}
          hidden={!passwordShown}
          isPrivate
          companion={
            <Button
              icon={passwordShown ? EyeOff : Eye}
              label={t(passwordShown ? 'signIn.hidePasswordLabel' : 'signIn.showPasswordLabel')}
              onPress={() => setPasswordShown(!passwordShown)}
            >
              {t(passwordShown ? 'signIn.hidePassword' : 'signIn.showPassword')}
            </Button>
          }
        />
        {state.name === 'asking' && (
          <Waiting
            text={t('signIn.submitting')}
            explanation={t('signIn.submittingExplained')}
            longText={t('signIn.submittingLong')}
          />
        )}
        {state.name === 'filling' && (
          <div className="sign-in__hints">
            <p>{t('signIn.privacy')}</p>
          </div>
        )}
        {state.name !== 'asking' && (
          <div className="sign-in__ways">
            <Button icon={KeyRound} onPress={onLostPassword}>
              {t('lostPassword.open')}
            </Button>
            <Button icon={UserPlus} onPress={onCreateAccount}>
              {t('joining.open')}
            </Button>
            <Button icon={CreditCard} onPress={onQuickPay}>
              {t('rentNotice.payTitle')}
            </Button>
          </div>
        )}
      </form>
    </Frame>
  );

  function changedNotice() {
    return isChanged ? <Notice kind="good">{t('lostPassword.changed')}</Notice> : null;
  }
}
