import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { DelayNotice } from '../../components/delay-notice/delay-notice.tsx';
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
    return <DelayNotice key={state.attempt} seconds={retryAfterSeconds} words="signIn.delayed" code={code} />;
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
