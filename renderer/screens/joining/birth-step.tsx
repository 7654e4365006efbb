/** The date of birth, which tells who somebody is. */
import { useTranslation } from 'react-i18next';
import { DateStep } from '../../components/date-fields/date-step.tsx';
import type { WrittenDate } from '../../components/date-fields/written-date.ts';

const OLDEST_YEARS = 120;

export interface BirthStepProps {
  birth: WrittenDate;
  onChange(birth: WrittenDate): void;
  /** @param day `1943-03-14` */
  onDay(day: string): void;
  onBack(): void;
}

export function BirthStep({ birth, onChange, onDay, onBack }: BirthStepProps) {
  const { t } = useTranslation();
  const objectionTo = (day: string): string | null => {
    const today = new Date().toISOString().slice(0, 10);
    if (day > today) return t('joining.birth.future');
    const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
    return years > OLDEST_YEARS ? t('joining.birth.tooOld') : null;
  };
  return (
    <DateStep
      title={t('joining.birth.title')}
      lead={t('joining.birth.lead')}
      label={t('joining.birth.label')}
      hint={t('joining.birth.hint')}
      written={birth}
      onWrite={onChange}
      objectionTo={objectionTo}
      nextWord={t('joining.next')}
      onDay={onDay}
      onBack={onBack}
    />
  );
}
