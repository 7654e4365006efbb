/** On which day of the month: one touch, and on. */
import '../../components/choice-step/choice-step.css';
import { Check } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { dayOfMonth } from './day-of-month.ts';

export interface DayStepProps {
  title: string;
  lead: string;
  days: readonly number[];
  /** Null until one was chosen. */
  chosen: number | null;
  onChoose(day: number): void;
  onBack(): void;
}

export function DayStep({ title, lead, days, chosen, onChoose, onBack }: DayStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <Frame screen="directDebit" title={title} lead={lead} onBack={onBack}>
      <ul className="choice-step day-step" aria-label={title}>
        {days.map((day) => (
          <li key={day}>
            <AriaButton
              className={`choice-step__choice ${day === chosen ? 'choice-step__choice--chosen' : ''}`}
              aria-current={day === chosen}
              onPress={() => onChoose(day)}
            >
              <Check className="choice-step__check" aria-hidden />
              {t('directDebit.dayChoice', { day: dayOfMonth(day, locale) })}
            </AriaButton>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
