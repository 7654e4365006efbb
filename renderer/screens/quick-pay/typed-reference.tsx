/** The reference of a rent notice, on large keys or on a keyboard. */
import './quick-pay.css';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { FigurePad } from '../../components/figure-pad/figure-pad.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { NoticeRefusal } from './notice-refusal.tsx';
import { figuresOf, grouped, REFERENCE_LENGTH } from './reference.ts';
import type { Refusal } from './ways.tsx';

const FORM_ID = 'rent-notice';

export interface TypedReferenceProps {
  /** What has been typed of it. */
  figures: string;
  refusal: Refusal | null;
  onType(figures: string): void;
  onReference(reference: string): void;
  onBack(): void;
}

export function TypedReference({ figures, refusal, onType, onReference, onBack }: TypedReferenceProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [isShort, setIsShort] = useState(false);
  const missing = REFERENCE_LENGTH - figures.length;

  // Whoever has a keyboard types at once.
  useEffect(() => field.current?.focus(), []);

  const type = (typed: string) => {
    setIsShort(false);
    onType(figuresOf(typed));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing > 0) return setIsShort(true);
    onReference(figures);
  };

  return (
    <Frame
      screen="quickPay"
      title={t('rentNotice.typeTitle')}
      lead={refusal || isShort ? null : t('rentNotice.typeLead')}
      notice={
        refusal ? (
          <NoticeRefusal key={refusal.attempt} error={refusal.error} was="typed" />
        ) : (
          isShort && <Notice kind="problem">{t('rentNotice.tooShort', { count: missing })}</Notice>
        )
      }
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID}>
          {t('rentNotice.continue')}
        </Button>
      }
      companion={
        <FigurePad
          label={t('rentNotice.pad')}
          eraseWord={t('rentNotice.erase')}
          figures={figures}
          onType={type}
        />
      }
    >
      <form id={FORM_ID} className="quick-pay" onSubmit={submit} autoComplete="off" noValidate>
        <TextField
          label={t('rentNotice.reference')}
          value={grouped(figures)}
          onChange={type}
          inputRef={field}
          isCurrent
          onFocus={() => {}}
        />
        <p className="quick-pay__missing">
          {missing > 0 ? t('rentNotice.missing', { count: missing }) : t('rentNotice.complete')}
        </p>
      </form>
    </Frame>
  );
}
