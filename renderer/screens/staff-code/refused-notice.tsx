import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { DelayNotice } from '../../components/delay-notice/delay-notice.tsx';
import { Notice } from '../../components/notice/notice.tsx';

/** What was typed was refused. */
export interface Refused {
  name: 'refused';
  error: Failure;
  /** Tells one refusal from the next, which says the same. */
  attempt: number;
}

/** Why staff were not let in, or how long there is to wait before another try. */
export function RefusedNotice({ refused }: { refused: Refused }) {
  const { t } = useTranslation();
  const { attempt } = refused;
  const { code, retryAfterSeconds = 0 } = refused.error;
  if (retryAfterSeconds > 0)
    return <DelayNotice key={attempt} seconds={retryAfterSeconds} words="staffCode.delayed" />;
  return (
    <Notice key={attempt} kind="problem">
      {t(`errors.${code}`)}
    </Notice>
  );
}
