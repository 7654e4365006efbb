/** The tenant number, on large keys, with a picture of where it stands. */
import './joining.css';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { FigurePad } from '../../components/figure-pad/figure-pad.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { NoticePicture } from './notice-picture.tsx';

const FORM_ID = 'joining-number';
const MOST_FIGURES = 32;

export interface NumberStepProps {
  number: string;
  onChange(number: string): void;
  onNext(): void;
  onBack(): void;
}

export function NumberStep({ number, onChange, onNext, onBack }: NumberStepProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);

  useEffect(() => field.current?.focus(), []);

  const write = (typed: string) => {
    setIsMissing(false);
    onChange(typed.replace(/\D/g, '').slice(0, MOST_FIGURES));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number !== '') return onNext();
    setIsMissing(true);
    field.current?.focus();
  };

  return (
    <Frame
      title={t('joining.number.title')}
      lead={t('joining.number.lead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID}>
          {t('joining.next')}
        </Button>
      }
      companion={
        <FigurePad
          label={t('joining.number.pad')}
          eraseWord={t('joining.number.erase')}
          figures={number}
          onType={write}
        />
      }
    >
      <form id={FORM_ID} className="joining" onSubmit={submit} autoComplete="off" noValidate>
        <TextField
          label={t('joining.number.label')}
          value={number}
          onChange={write}
          inputRef={field}
          isCurrent
          onFocus={() => undefined}
          error={isMissing ? t('joining.number.missing') : null}
        />
        <NoticePicture />
        <p className="joining__quiet">{t('joining.number.nowhere')}</p>
      </form>
    </Frame>
  );
}
