/** What somebody has to say, in their own words. */
import './request-form.css';
import { ArrowRight, type LucideIcon } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { charactersIn, REQUEST_TEXT_MAX } from '../../../preload/request-subjects.ts';
import { count } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { isReadable } from '../../app/written-text.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';

export interface TextStepProps {
  title: string;
  lead: string;
  label: string;
  text: string;
  onChange(text: string): void;
  action: { icon: LucideIcon; word: string } | null;
  onNext(): void;
  onBack(): void;
}

const FORM_ID = 'request-text';

export function TextStep(props: TextStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { title, lead, label, text, onChange, action, onNext, onBack } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [wasTold, setWasTold] = useState(false);
  const left = REQUEST_TEXT_MAX - charactersIn(text);

  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.focus();
    // Whoever comes back goes on where they were.
    box.setSelectionRange(box.value.length, box.value.length);
  }, []);

  const tooLong = left < 0 ? t('requests.text.tooLong', { count: -left }) : null;
  const empty = wasTold && !isReadable(text) ? t('requests.text.empty') : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (left >= 0 && isReadable(text)) return onNext();
    setWasTold(true);
    field.current?.focus();
  };

  return (
    <Frame
      title={title}
      lead={lead}
      fills
      onBack={onBack}
      mainAction={
        <Button look="main" icon={action?.icon ?? ArrowRight} type="submit" form={FORM_ID}>
          {action?.word ?? t('requests.form.next')}
        </Button>
      }
      companion={<OnScreenKeyboard field={field} kind="text" />}
    >
      <form
        id={FORM_ID}
        className="request-form request-form--fills"
        onSubmit={submit}
        autoComplete="off"
        noValidate
      >
        <TextArea
          label={label}
          value={text}
          onChange={onChange}
          inputRef={field}
          hint={t('requests.text.left', { left: count(Math.max(0, left), locale) })}
          error={tooLong ?? empty}
        />
      </form>
    </Frame>
  );
}
