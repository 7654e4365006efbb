import { useTranslation } from 'react-i18next';
import { useCountdown } from '../../app/countdown.ts';
import { duration } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Notice } from '../../components/notice/notice.tsx';

export interface GuessDelayProps {
  seconds: number;
  /** The sentence with `{{time}}` in it, and the one for when it is over. */
  words: 'joining.refused' | 'lostPassword.code';
}

/** Counts down until another try is possible. Another delay needs another `key`. */
export function GuessDelay({ seconds, words }: GuessDelayProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const left = useCountdown(seconds);
  if (left === 0) return <Notice kind="good">{t(`${words}.delayOver`)}</Notice>;
  return (
    <Notice kind="problem">
      {/* Said once, not every second. */}
      <p className="only-heard">{t(`${words}.delayed`, { time: duration(seconds, locale) })}</p>
      <p aria-hidden>{t(`${words}.delayed`, { time: duration(left, locale) })}</p>
    </Notice>
  );
}
