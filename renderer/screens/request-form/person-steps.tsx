/** Who somebody is who has not signed in, and how they can be reached. */
import './request-form.css';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReadable } from '../../app/written-text.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { Choices } from '../../components/tools/choices.tsx';
import { type DraftPerson, reachFault } from './draft.ts';

export interface PersonStepProps {
  person: DraftPerson;
  onAmend(change: Partial<DraftPerson>): void;
  onNext(): void;
  onBack(): void;
}

/** What somebody is asked their name for, and whether their number has to be known. */
export interface NameStepWords {
  lead: string;
  nameMissing: string;
  number: string;
  numberHint: string;
  /** Null where they can go on without. */
  numberMissing: string | null;
}

const NAME_FORM_ID = 'request-name';
const REACH_FORM_ID = 'request-reach';
/** As long as the landlord takes. */
const NAME_MAX_LENGTH = 200;
const NUMBER_MAX_LENGTH = 32;
const PHONE_MAX_LENGTH = 32;
const EMAIL_MAX_LENGTH = 254;

export function NameStep(props: PersonStepProps & { words: NameStepWords }) {
  const { words, person, onAmend, onNext, onBack } = props;
  const { t } = useTranslation();
  const name = useRef<HTMLInputElement>(null);
  const number = useRef<HTMLInputElement>(null);
  const [current, setCurrent] = useState<'name' | 'number'>('name');
  const [wasTold, setWasTold] = useState(false);
  const nameFault = !isReadable(person.name) ? words.nameMissing : null;
  const numberFault = person.tenantNumber.trim() === '' ? words.numberMissing : null;

  useEffect(() => name.current?.focus(), []);

  const submit = () => {
    if (!nameFault && !numberFault) return onNext();
    setWasTold(true);
    (nameFault ? name : number).current?.focus();
  };
  const goOn = () => (current === 'name' ? number.current?.focus() : submit());

  return (
    <Frame
      title={t('requests.person.title')}
      lead={words.lead}
      onBack={onBack}
      mainAction={<NextButton form={NAME_FORM_ID} />}
      companion={
        <OnScreenKeyboard
          field={current === 'name' ? name : number}
          kind={current === 'name' ? 'name' : 'code'}
          nextWord={t('keyboard.next')}
          onNext={goOn}
        />
      }
    >
      <form
        id={NAME_FORM_ID}
        className="request-form"
        onSubmit={submitting(submit)}
        autoComplete="off"
        noValidate
      >
        <TextField
          label={t('requests.person.name')}
          value={person.name}
          onChange={(typed) => onAmend({ name: typed })}
          inputRef={name}
          isCurrent={current === 'name'}
          onFocus={() => setCurrent('name')}
          maxLength={NAME_MAX_LENGTH}
          error={wasTold ? nameFault : null}
        />
        <TextField
          label={words.number}
          value={person.tenantNumber}
          onChange={(typed) => onAmend({ tenantNumber: typed })}
          inputRef={number}
          isCurrent={current === 'number'}
          onFocus={() => setCurrent('number')}
          maxLength={NUMBER_MAX_LENGTH}
          error={wasTold ? numberFault : null}
        />
        <p className="request-form__quiet">{words.numberHint}</p>
      </form>
    </Frame>
  );
}

/** `lead`: what it is used for. */
export function ReachStep({ lead, person, onAmend, onNext, onBack }: PersonStepProps & { lead: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [wasTold, setWasTold] = useState(false);
  const { reach } = person;
  const fault = reachFault(person);

  useFocusOn(field, reach);

  const submit = () => {
    if (!fault) return onNext();
    setWasTold(true);
    field.current?.focus();
  };

  return (
    <Frame
      title={t('requests.reach.title')}
      lead={lead}
      onBack={onBack}
      mainAction={<NextButton form={REACH_FORM_ID} />}
      companion={
        <OnScreenKeyboard
          key={reach}
          field={field}
          kind={reach}
          nextWord={t('keyboard.enter')}
          onNext={submit}
        />
      }
    >
      <form
        id={REACH_FORM_ID}
        className="request-form"
        onSubmit={submitting(submit)}
        autoComplete="off"
        noValidate
      >
        <Choices
          label={t('requests.reach.title')}
          chosen={reach}
          options={[
            { value: 'phone', word: t('requests.reach.phone') },
            { value: 'email', word: t('requests.reach.email') },
          ]}
          onChoose={(chosen) => {
            setWasTold(false);
            onAmend({ reach: chosen });
          }}
        />
        <TextField
          key={reach}
          label={t(`requests.reach.${reach}Label`)}
          value={person[reach]}
          onChange={(typed) => onAmend({ [reach]: typed })}
          inputRef={field}
          isCurrent
          onFocus={() => undefined}
          maxLength={reach === 'phone' ? PHONE_MAX_LENGTH : EMAIL_MAX_LENGTH}
          error={wasTold && fault ? t(`requests.reach.${fault}Wrong`) : null}
        />
      </form>
    </Frame>
  );
}

function NextButton({ form }: { form: string }) {
  const { t } = useTranslation();
  return (
    <Button look="main" icon={ArrowRight} type="submit" form={form}>
      {t('requests.form.next')}
    </Button>
  );
}

function submitting(submit: () => void) {
  return (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
}

/** The field is another one when the other way is chosen. */
function useFocusOn(field: RefObject<HTMLInputElement | null>, way: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way is another field
  useEffect(() => field.current?.focus(), [way]);
}
