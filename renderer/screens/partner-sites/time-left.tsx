import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duration } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';

const MINUTE = 60;

/** Whole minutes, then seconds; nobody is hurried by a number that changes all the time. */
export function TimeLeft({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const [left, setLeft] = useState(seconds);

  useEffect(() => {
    const endsAtMs = performance.now() + seconds * 1_000;
    const show = () => setLeft(Math.max(0, Math.ceil((endsAtMs - performance.now()) / 1_000)));
    show();
    const timer = setInterval(show, 1_000);
    return () => clearInterval(timer);
  }, [seconds]);

  const shown = left > MINUTE ? Math.ceil(left / MINUTE) * MINUTE : left;
  return (
    <span className="partner-visit__time">{t('partner.timeLeft', { time: duration(shown, locale) })}</span>
  );
}
