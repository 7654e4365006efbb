import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { DelayNotice } from '../../components/delay-notice/delay-notice.tsx';
import { Notice } from '../../components/notice/notice.tsx';

/** A slip of the finger, or a paper that is no rent notice: nothing that a technician has to know. */
const ORDINARY: readonly string[] = [
  'RENT_NOTICE_CODE_WRONG',
  'RENT_NOTICE_CODE_NEEDED',
  'RENT_NOTICE_UNKNOWN',
  'RENT_NOTICE_OF_ANOTHER',
];

/** Another way is offered to whoever held up a paper that is no notice. */
const NO_NOTICE = { scanned: 'rentNotice.noNotice', scannedSignedIn: 'rentNotice.noNoticeHere' } as const;

export interface NoticeRefusalProps {
  error: Failure;
  /** Whoever typed looks for the wrong figure; whoever held up a paper takes another one. */
  was: 'typed' | keyof typeof NO_NOTICE;
}

/** Why there is no rent notice to be seen. Another attempt needs another `key`. */
export function NoticeRefusal({ error: { code, retryAfterSeconds }, was }: NoticeRefusalProps) {
  const { t } = useTranslation();
  if (code === 'RENT_NOTICE_DELAYED' && retryAfterSeconds !== undefined) {
    return <DelayNotice seconds={retryAfterSeconds} words="rentNotice.delayed" />;
  }
  if (code === 'RENT_NOTICE_CODE_WRONG' && was !== 'typed') {
    return <Notice kind="problem">{t(NO_NOTICE[was])}</Notice>;
  }
  return (
    <Notice kind="problem" {...(ORDINARY.includes(code) ? {} : { code })}>
      {t(`errors.${code}`)}
    </Notice>
  );
}
