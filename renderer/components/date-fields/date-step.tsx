/** One question, and the answer is a date. */
import { ArrowRight } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Frame } from '../frame/frame.tsx';
import { Notice } from '../notice/notice.tsx';
import { DateFields, DatePad } from './date-fields.tsx';
import { useDateEntry } from './use-date-entry.ts';
import { useDateFaultWords } from './use-date-fault-words.ts';
import { readDate, type WrittenDate } from './written-date.ts';

export interface DateStepProps {
  title: string;
  lead: string;
  label: string;
  hint?: string;
  /** Above the fields: what is known already. */
  subject?: ReactNode;
  /** Kept by whoever keeps this screen: nothing that was typed is lost by a look at another one. */
  written: WrittenDate;
  onWrite(written: WrittenDate): void;
  /** What is wrong with a day that there is, in words; null when nothing is. */
  objectionTo?(day: string): string | null;
  /** What was found wrong elsewhere with the day that was written. */
  error?: string | null;
  /** What is rarely meant about a day, in words: said once, and the person may go on; null when there is nothing. */
  doubtAbout?(day: string): string | null;
  nextWord?: string;
  onDay(day: string): void;
  onBack(): void;
}

const FORM_ID = 'date-step';

export function DateStep(props: DateStepProps) {
  const { t } = useTranslation();
  const { title, lead, label, hint, subject, written, onWrite, objectionTo, doubtAbout } = props;
  const { nextWord, onDay, onBack } = props;
  const [fault, setFault] = useState<string | null>(null);
  const [doubt, setDoubt] = useState<string | null>(null);
  const wordsOf = useDateFaultWords();
  const entry = useDateEntry(written, (next) => {
    setFault(null);
    setDoubt(null);
    onWrite(next);
  });

  // Whoever has a keyboard types at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the screen appears, and never again
  useEffect(() => entry.fields.day.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const date = readDate(written);
    const found = date.ok ? (objectionTo?.(date.day) ?? null) : wordsOf(date.fault);
    setFault(found);
    if (!date.ok || found !== null) return;
    const doubtful = doubt === null ? (doubtAbout?.(date.day) ?? null) : null;
    setDoubt(doubtful);
    if (doubtful === null) onDay(date.day);
  };

  return (
    <Frame
      title={title}
      lead={lead}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID}>
          {doubt === null ? (nextWord ?? t('dateFields.next')) : t('dateFields.allTheSame')}
        </Button>
      }
      companion={<DatePad entry={entry} />}
    >
      <form id={FORM_ID} className="date-step" onSubmit={submit} autoComplete="off" noValidate>
        {subject}
        {doubt !== null && <Notice kind="information">{doubt}</Notice>}
        <DateFields
          entry={entry}
          label={label}
          error={fault ?? props.error ?? null}
          {...(hint === undefined ? {} : { hint })}
        />
      </form>
    </Frame>
  );
}
