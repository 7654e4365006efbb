/** Euros and cents on large keys. What can be paid is said before anybody errs, and never more is taken. */
import './pay.css';
import './amount-pad.css';
import { ArrowRight, Delete } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { money } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import type { AmountRange } from './amount-choice.tsx';
import { type PaySubject, PaySubjectLines } from './pay-subject.tsx';
import { type AmountRefusal, amend, centsOf, DECIMAL_COMMA } from './typed-amount.ts';

const FORM_ID = 'amount';
const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export interface AmountPadProps {
  range: AmountRange;
  subject: PaySubject;
  onBack(): void;
  onChoose(amountCents: number): void;
}

export function AmountPad({ range, subject, onBack, onChoose }: AmountPadProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [complaint, setComplaint] = useState<AmountRefusal | 'tooLittle' | null>(null);
  const amounts = {
    minimum: money(range.minimumCents, locale),
    maximum: money(range.maximumCents, locale),
  };

  // Whoever has a keyboard types at once.
  useEffect(() => field.current?.focus(), []);

  const decimalSign = locale === 'fr' ? DECIMAL_COMMA : '.';
  const type = (wanted: string) => {
    const amended = amend(text, wanted, range.maximumCents);
    setText(amended.text);
    setComplaint(amended.refusal);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const amountCents = centsOf(text);
    if (amountCents < range.minimumCents) return setComplaint('tooLittle');
    onChoose(amountCents);
  };
  const key = (sign: string, label?: string) => (
    <Button key={sign} {...(label ? { label } : {})} onPress={() => type(text + sign)}>
      {sign}
    </Button>
  );

  return (
    <Frame
      screen="payment"
      title={t('payment.howMuch')}
      lead={t('payment.between', amounts)}
      notice={complaint && <Notice kind="problem">{t(`payment.complaints.${complaint}`, amounts)}</Notice>}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID}>
          {t('payment.continue')}
        </Button>
      }
      companion={
        // biome-ignore lint/a11y/useSemanticElements: its keys are no fields of a form
        <div role="group" aria-label={t('payment.pad')} className="amount-pad">
          {FIGURES.map((figure) => key(figure))}
          {key(decimalSign, t('payment.comma'))}
          {key('0')}
          <Button icon={Delete} onPress={() => type(text.slice(0, -1))}>
            {t('payment.erase')}
          </Button>
        </div>
      }
    >
      <form id={FORM_ID} className="pay-page amount-form" onSubmit={submit} autoComplete="off" noValidate>
        <p className="pay-page__subject">
          <PaySubjectLines {...subject} />
        </p>
        <TextField
          label={t('payment.amountLabel')}
          value={text.replace(DECIMAL_COMMA, decimalSign)}
          onChange={type}
          inputRef={field}
          isCurrent
          onFocus={() => {}}
          companion={<output className="amount-pad__sum">{money(centsOf(text), locale)}</output>}
        />
      </form>
    </Frame>
  );
}
