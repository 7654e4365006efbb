/** How good a password is, in a picture, a word and a sentence that says what to do about it. */
import './joining.css';
import { useTranslation } from 'react-i18next';
import type { Strength } from './password-strength.ts';

const BARS = ['easy', 'fair', 'strong'] as const;

export function StrengthMeter({ strength }: { strength: Strength }) {
  const { t } = useTranslation();
  const level = strength.level === 'tooLong' ? 'short' : strength.level;
  const full = level === 'short' ? 0 : BARS.indexOf(level) + 1;
  return (
    <div className={`strength strength--${level}`}>
      <div className="strength__bars" aria-hidden>
        {BARS.map((bar, index) => (
          <span key={bar} className={`strength__bar ${index < full ? 'strength__bar--full' : ''}`} />
        ))}
      </div>
      <p role="status">
        <span className="only-heard">{t('newPassword.meter')} </span>
        <span className="strength__word">{t(`newPassword.levels.${level}`)}</span>
        {' — '}
        {useAdvice(strength)}
      </p>
    </div>
  );
}

/** What to do about a password as it is. */
export function useAdvice(strength: Strength): string {
  const { t } = useTranslation();
  switch (strength.level) {
    case 'short':
      return t('newPassword.tooShort', { count: strength.missing });
    case 'tooLong':
      return t('newPassword.tooLong');
    case 'easy':
      return t(`newPassword.advice.${strength.why}`);
    default:
      return t(`newPassword.advice.${strength.level}`);
  }
}
