/** How long there is to wait before another try, counted down, and that the wait is over. */
import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../app/countdown.ts';
import { duration } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Notice } from '../notice/notice.tsx';

export function DelayNotice({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const left = useCountdown(seconds);
  if (left === 0) return <Notice kind="good">{t('staffCode.delayOver')}</Notice>;
  return (
    <Notice kind="problem">
      {/* Said once, not every second. */}
      <p className="only-heard">{t('staffCode.delayed', { time: duration(seconds, locale) })}</p>
      <p aria-hidden>{t('staffCode.delayed', { time: duration(left, locale) })}</p>
    </Notice>
  );
}
