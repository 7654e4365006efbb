/** How long there is to wait before another try, counted down, and that the wait is over. */
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../preload/contract.ts';
import { useCountdown } from '../../app/countdown.ts';
import { duration } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Notice } from '../notice/notice.tsx';

export interface DelayNoticeProps {
  seconds: number;
  /** The sentence with `{{time}}` in it. */
  words:
    | 'joining.refused.delayed'
    | 'lostPassword.code.delayed'
    | 'rentNotice.delayed'
    | 'signIn.delayed'
    | 'staffCode.delayed';
  /** Shown small, for the technician. */
  code?: ErrorCode;
}

/** Another delay needs another `key`. */
export function DelayNotice({ seconds, words, ...code }: DelayNoticeProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const left = useCountdown(seconds);
  if (left === 0) return <Notice kind="good">{t('delay.over')}</Notice>;
  return (
    <Notice kind="problem" {...code}>
      {/* Said once, not every second. */}
      <p className="only-heard">{t(words, { time: duration(seconds, locale) })}</p>
      <p aria-hidden>{t(words, { time: duration(left, locale) })}</p>
    </Notice>
  );
}
