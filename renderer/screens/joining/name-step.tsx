/** The family name, as the landlord has it. */
import { useTranslation } from 'react-i18next';
import { TextStep } from './text-step.tsx';

const MAX_LENGTH = 120;

export interface NameStepProps {
  name: string;
  onChange(name: string): void;
  onNext(): void;
  onBack(): void;
}

export function NameStep({ name, onChange, onNext, onBack }: NameStepProps) {
  const { t } = useTranslation();
  return (
    <TextStep
      title={t('joining.name.title')}
      lead={t('joining.name.lead')}
      label={t('joining.name.label')}
      hint={t('joining.name.hint')}
      kind="name"
      value={name}
      maxLength={MAX_LENGTH}
      onChange={onChange}
      objectionTo={(typed) => (typed === '' ? t('joining.name.missing') : null)}
      submitWord={t('joining.next')}
      onAnswer={onNext}
      onBack={onBack}
    />
  );
}
