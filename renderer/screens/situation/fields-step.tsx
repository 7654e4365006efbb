/** One question, and the answer is typed: one field, or a few that belong together. */
import { ArrowRight, Trash2 } from 'lucide-react';
import { createRef, type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { FigurePad } from '../../components/figure-pad/figure-pad.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

export interface TypedField<Name extends string> {
  name: Name;
  label: string;
  value: string;
  keys: 'email' | 'name' | 'figures';
  /** What is wrong with it, said beside it. */
  error: string | null;
}

export interface FieldsStepProps<Name extends string> {
  title: string;
  lead: string;
  hint?: string;
  fields: readonly TypedField<Name>[];
  /** Where what is in force can also be taken off. */
  removal?: { word: string; onRemove(): void };
  onWrite(name: Name, value: string): void;
  onNext(): void;
  onBack(): void;
}

const FORM_ID = 'situation-fields';
const MAX_CHARACTERS = 254;

export function FieldsStep<Name extends string>(props: FieldsStepProps<Name>) {
  const { t } = useTranslation();
  const { title, lead, hint, fields, removal, onWrite, onNext, onBack } = props;
  const refs = useRef(new Map<Name, RefObject<HTMLInputElement | null>>());
  const [currentName, setCurrentName] = useState(fields[0]?.name);
  const current = fields.find(({ name }) => name === currentName) ?? fields[0];
  const firstWrong = fields.find(({ error }) => error !== null)?.name;

  const refOf = (name: Name) => {
    const known = refs.current.get(name);
    if (known) return known;
    const made = createRef<HTMLInputElement>();
    refs.current.set(name, made);
    return made;
  };

  // Whoever has a keyboard types at once, and begins with what is wrong.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another wrong field takes the focus
  useEffect(() => {
    const name = firstWrong ?? fields[0]?.name;
    if (name !== undefined) refOf(name).current?.focus();
  }, [firstWrong]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  const next = () => {
    const following = fields[fields.findIndex(({ name }) => name === current?.name) + 1];
    if (following) refOf(following.name).current?.focus();
    else onNext();
  };

  if (!current) throw new Error('a question without a field');
  return (
    <Frame
      title={title}
      lead={lead}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} type="submit" form={FORM_ID}>
          {t('dateFields.next')}
        </Button>
      }
      companion={
        current.keys === 'figures' ? (
          <FigurePad
            label={t('dateFields.pad')}
            eraseWord={t('dateFields.erase')}
            figures={current.value}
            onType={(figures) => onWrite(current.name, figures)}
          />
        ) : (
          <OnScreenKeyboard
            key={current.keys}
            field={refOf(current.name)}
            kind={current.keys}
            nextWord={fields.at(-1) === current ? t('keyboard.enter') : t('keyboard.next')}
            onNext={next}
          />
        )
      }
    >
      <form id={FORM_ID} className="situation-fields" onSubmit={submit} autoComplete="off" noValidate>
        {fields.map(({ name, label, value, error }) => (
          <TextField
            key={name}
            label={label}
            value={value}
            onChange={(written) => onWrite(name, written)}
            inputRef={refOf(name)}
            isCurrent={name === current.name}
            onFocus={() => setCurrentName(name)}
            error={error}
            maxLength={MAX_CHARACTERS}
          />
        ))}
        {hint !== undefined && <p className="situation__quiet">{hint}</p>}
        {removal && (
          <div>
            <Button icon={Trash2} onPress={removal.onRemove}>
              {removal.word}
            </Button>
          </div>
        )}
      </form>
    </Frame>
  );
}
