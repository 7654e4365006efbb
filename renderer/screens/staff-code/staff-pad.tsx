/** What staff type and nobody reads along: a field that hides it, ten large keys, and the one that enters it. */
import './staff-code.css';
import { Delete, type LucideIcon } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export interface StaffPadProps {
  label: string;
  /** What has been typed. */
  figures: string;
  onType(figures: string): void;
  enterIcon: LucideIcon;
  enterWord: string;
  canEnter: boolean;
  onEnter(): void;
}

export function StaffPad(props: StaffPadProps) {
  const { label, figures, onType, enterIcon, enterWord, canEnter, onEnter } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  // Whoever has a keyboard types at once.
  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onEnter();
  };
  const key = (figure: string) => (
    <Button key={figure} onPress={() => onType(figures + figure)}>
      {figure}
    </Button>
  );

  return (
    <form className="staff__form" onSubmit={submit} autoComplete="off" noValidate>
      <TextField
        label={label}
        value={figures}
        onChange={onType}
        inputRef={field}
        isCurrent
        onFocus={() => undefined}
        hidden
      />
      {/* biome-ignore lint/a11y/useSemanticElements: its keys are no fields of a form */}
      <div role="group" aria-label={t('staffCode.pad')} className="staff__pad">
        {FIGURES.map(key)}
        <Button icon={Delete} onPress={() => onType(figures.slice(0, -1))}>
          {t('staffCode.erase')}
        </Button>
        {key('0')}
        <Button look="main" icon={enterIcon} type="submit" isDisabled={!canEnter}>
          {enterWord}
        </Button>
      </div>
    </form>
  );
}
