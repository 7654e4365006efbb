/** A date: day, month and year, each in a field of its own, and the large keys that fill them in. */
import './date-fields.css';
import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FigurePad } from '../figure-pad/figure-pad.tsx';
import { TextField } from '../text-field/text-field.tsx';
import type { DateEntry } from './use-date-entry.ts';
import { DATE_PARTS } from './written-date.ts';

export interface DateFieldsProps {
  entry: DateEntry;
  /** Which date it is. */
  label: string;
  /** An example, where to find it. */
  hint?: string;
  /** What is wrong with the date, said beside it. */
  error: string | null;
}

export function DateFields({ entry, label, hint, error }: DateFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const said = [error !== null && `${id}-error`, hint !== undefined && `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset className="date-fields" {...(said === '' ? {} : { 'aria-describedby': said })}>
      <legend className="date-fields__label">{label}</legend>
      <div className="date-fields__parts">
        {DATE_PARTS.map((part) => (
          <div key={part} className={`date-fields__part date-fields__part--${part}`}>
            <TextField
              label={t(`dateFields.${part}`)}
              value={entry.written[part]}
              onChange={(typed) => entry.type(part, typed)}
              inputRef={entry.fields[part]}
              isCurrent={entry.part === part}
              onFocus={() => entry.choose(part)}
              isWrong={error !== null}
            />
          </div>
        ))}
      </div>
      {error !== null && (
        <p id={`${id}-error`} className="text-field__error">
          <TriangleAlert className="text-field__error-icon" aria-hidden />
          <span role="alert">{error}</span>
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="date-fields__hint">
          {hint}
        </p>
      )}
    </fieldset>
  );
}

export function DatePad({ entry }: { entry: DateEntry }) {
  const { t } = useTranslation();
  return (
    <FigurePad
      label={t('dateFields.pad')}
      eraseWord={t('dateFields.erase')}
      figures={entry.written[entry.part]}
      onType={entry.touch}
    />
  );
}
