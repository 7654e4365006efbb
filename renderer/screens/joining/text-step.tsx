/** One question, and the answer is a line of text. */
import './joining.css';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import type { FieldKind } from '../../components/on-screen-keyboard/layouts.ts';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

const FORM_ID = 'joining-text';

export interface TextStepProps {
  title: string;
  lead: string;
  label: string;
  hint?: string;
  kind: Extract<FieldKind, 'name' | 'email'>;
  value: string;
  maxLength: number;
  onChange(value: string): void;
  /** What is wrong with what stands there, in words; null when nothing is. */
  objectionTo(value: string): string | null;
  /** What is known to be wrong already. */
  error?: string | null;
  notice?: ReactNode;
  /** Under the field, while it is being asked about. */
  waiting?: ReactNode;
  submitWord: string;
  onAnswer(value: string): void;
  onBack(): void;
}

export function TextStep(props: TextStepProps) {
  const { t } = useTranslation();
  const { title, lead, label, hint, kind, value, maxLength, notice, waiting, submitWord } = props;
  const { onChange, objectionTo, onAnswer, onBack } = props;
  const field = useRef<HTMLInputElement>(null);
  const [objection, setObjection] = useState<string | null>(null);

  useEffect(() => field.current?.focus(), []);

  const submit = () => {
    if (waiting) return;
    const found = objectionTo(value.trim());
    setObjection(found);
    if (found === null) onAnswer(value.trim());
    else field.current?.focus();
  };
  const submitForm = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };

  return (
    <Frame
      title={title}
      lead={lead}
      {...(notice ? { notice } : {})}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID} isDisabled={Boolean(waiting)}>
          {submitWord}
        </Button>
      }
      companion={
        <OnScreenKeyboard field={field} kind={kind} nextWord={t('keyboard.enter')} onNext={submit} />
      }
    >
      <form id={FORM_ID} className="joining" onSubmit={submitForm} autoComplete="off" noValidate>
        <TextField
          label={label}
          value={value}
          maxLength={maxLength}
          onChange={(typed) => {
            setObjection(null);
            onChange(typed);
          }}
          inputRef={field}
          isCurrent
          onFocus={() => undefined}
          error={objection ?? props.error ?? null}
        />
        {hint !== undefined && <p className="joining__quiet">{hint}</p>}
        {waiting}
      </form>
    </Frame>
  );
}
