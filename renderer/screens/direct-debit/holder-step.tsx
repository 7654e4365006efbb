/** Whose account it is, as the bank writes it. */
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { holderFault } from './holder-fault.ts';

export interface HolderStepProps {
  holder: string;
  onChange(holder: string): void;
  onBack(): void;
  onNext(): void;
}

const FORM_ID = 'direct-debit-holder';

export function HolderStep({ holder, onChange, onBack, onNext }: HolderStepProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [wasTold, setWasTold] = useState(false);
  const fault = holderFault(holder);

  useEffect(() => field.current?.focus(), []);

  const submit = () => {
    if (!fault) return onNext();
    setWasTold(true);
    field.current?.focus();
  };
  const submitForm = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };

  return (
    <Frame
      screen="directDebit"
      title={t('directDebit.holder.title')}
      lead={t('directDebit.holder.lead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID}>
          {t('directDebit.next')}
        </Button>
      }
      companion={
        <OnScreenKeyboard field={field} kind="name" nextWord={t('keyboard.enter')} onNext={submit} />
      }
    >
      <form id={FORM_ID} className="code-step" onSubmit={submitForm} autoComplete="off" noValidate>
        <TextField
          label={t('directDebit.holder.label')}
          value={holder}
          onChange={onChange}
          inputRef={field}
          isCurrent
          onFocus={() => undefined}
          error={wasTold && fault ? t(`directDebit.holderFaults.${fault}`) : null}
        />
        <p className="direct-debit__quiet">{t('directDebit.holder.hint')}</p>
      </form>
    </Frame>
  );
}
