/** One code from a bank's paper, typed and judged by main: an IBAN or a BIC. */
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { usePersonAlone } from '../../app/alone-steps.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { caretInFours, inFours } from './iban-text.ts';

/** What came of judging a code: it is right, and another screen is there; or what is wrong with it. */
export type Judged = { name: 'right' } | { name: 'wrong'; why: string } | { name: 'failed'; error: Failure };

export interface CodeStepProps {
  title: string;
  lead: string;
  label: string;
  /** Where to find it. */
  hint: string;
  value: string;
  onChange(value: string): void;
  judge(): Promise<Judged>;
  onBack(): void;
}

const FORM_ID = 'direct-debit-code';

export function CodeStep({ title, lead, label, hint, value, onChange, judge, onBack }: CodeStepProps) {
  const { t } = useTranslation();
  usePersonAlone(onBack);
  const field = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const isJudging = useRef(false);
  const [judged, setJudged] = useState<Judged | null>(null);

  useEffect(() => field.current?.focus(), []);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const write = (typed: string) => {
    caret.current = caretInFours(typed, field.current?.selectionStart ?? typed.length);
    setJudged(null);
    onChange(inFours(typed));
  };
  const submit = async () => {
    if (isJudging.current) return;
    isJudging.current = true;
    const verdict = await judge();
    isJudging.current = false;
    setJudged(verdict);
    if (verdict.name === 'wrong') field.current?.focus();
  };
  const submitForm = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };

  return (
    <Frame
      screen="directDebit"
      title={title}
      lead={lead}
      notice={judged?.name === 'failed' && <FailureNotice error={judged.error} />}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID}>
          {t('directDebit.next')}
        </Button>
      }
      companion={
        <OnScreenKeyboard
          field={field}
          kind="code"
          nextWord={t('keyboard.enter')}
          onNext={() => void submit()}
        />
      }
    >
      <form id={FORM_ID} className="code-step" onSubmit={submitForm} autoComplete="off" noValidate>
        <TextField
          label={label}
          value={value}
          onChange={write}
          inputRef={field}
          isCurrent
          isPrivate
          onFocus={() => undefined}
          error={judged?.name === 'wrong' ? judged.why : null}
        />
        <p className="direct-debit__quiet">{hint}</p>
      </form>
    </Frame>
  );
}
