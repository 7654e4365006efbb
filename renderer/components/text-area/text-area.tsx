/** Several lines to write, under their name. */
import './text-area.css';
import { TriangleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';

export interface TextAreaProps {
  label: string;
  value: string;
  onChange(value: string): void;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  /** How much is still possible, said under it. */
  hint: string;
  /** What is wrong with what stands there, said beside it. */
  error: string | null;
}

export function TextArea({ label, value, onChange, inputRef, hint, error }: TextAreaProps) {
  return (
    <AriaTextField
      className="text-area"
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      // What is wrong is said here when it is known, and not by the browser.
      validationBehavior="aria"
      // The system's own keyboard stays away.
      inputMode="none"
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
    >
      <Label className="text-area__label">{label}</Label>
      <AriaTextArea ref={inputRef} className="text-area__input" dir="auto" />
      <p className="text-area__hint">{hint}</p>
      {error !== null && (
        <FieldError className="text-area__error">
          <TriangleAlert className="text-area__error-icon" aria-hidden />
          <span role="alert">{error}</span>
        </FieldError>
      )}
    </AriaTextField>
  );
}
