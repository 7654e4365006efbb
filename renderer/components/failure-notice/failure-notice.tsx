/** What could not be done, and the way to try again where there is no other button for it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';

export interface FailureNoticeProps {
  error: Failure;
  onRetry?: () => void;
  /** What else can be done, behind the sentences of the failure. */
  children?: ReactNode;
}

export function FailureNotice({ error, onRetry, children }: FailureNoticeProps) {
  const { t } = useTranslation();
  return (
    <Notice
      kind="problem"
      code={error.code}
      actions={onRetry && <Button onPress={onRetry}>{t('failure.retry')}</Button>}
    >
      {t(`errors.${error.code}`)}
      {children && <> {children}</>}
    </Notice>
  );
}
