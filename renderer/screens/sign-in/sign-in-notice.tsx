import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../app/countdown.ts';
import { duration } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import type { SignInState } from './use-sign-in.ts';

/** What stands between the person and their account, and nothing about which part of it was wrong. */
export function SignInNotice({ state, onCreateAccount }: { state: SignInState; onCreateAccount(): void }) {
  const { t } = useTranslation();
  if (state.name === 'missing') {
    return (
      <Notice kind="information">
        {t(state.field === 'email' ? 'signIn.emailMissing' : 'signIn.passwordMissing')}
      </Notice>
    );
  }
  if (state.name !== 'failed') return null;

  const { code, retryAfterSeconds } = state.error;
  if (code === 'SIGN_IN_DELAYED' && retryAfterSeconds !== undefined) {
    return <Delay key={state.attempt} seconds={retryAfterSeconds} />;
  }
  // A slip of the finger needs no technician.
  if (code === 'CREDENTIALS_INVALID') {
    return (
      <Notice key={state.attempt} kind="problem">
        {t('errors.CREDENTIALS_INVALID')}
      </Notice>
    );
  }
  if (code === 'EMAIL_NOT_VALIDATED') {
    return (
      <Notice
        key={state.attempt}
        kind="information"
        actions={<Button onPress={onCreateAccount}>{t('joining.open')}</Button>}
      >
        {t('errors.EMAIL_NOT_VALIDATED')}
      </Notice>
    );
  }
  return (
    <Notice key={state.attempt} kind="problem" code={code}>
      <p>{t(`errors.${code}`)}</p>
      <p>{t('signIn.stillWorks')}</p>
    </Notice>
  );
}

function Delay({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const left = useCountdown(seconds);
  if (left === 0) return <Notice kind="good">{t('signIn.delayOver')}</Notice>;
  return (
    <Notice kind="problem" code="SIGN_IN_DELAYED">
      {/* Said once, not every second. */}
      <p className="only-heard">{t('signIn.delayed', { time: duration(seconds, locale) })}</p>
      <p aria-hidden>{t('signIn.delayed', { time: duration(left, locale) })}</p>
    </Notice>
  );
}
