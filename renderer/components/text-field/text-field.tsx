/** One line to type into, under its name. */
import './text-field.css';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { useIsWatched } from '../../app/assistance.ts';
import { PrivateField } from './private-field.tsx';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  inputRef: RefObject<HTMLInputElement | null>;
  /** The on-screen keyboard types here. */
  isCurrent: boolean;
  onFocus(): void;
  hidden?: boolean;
  /** For the person alone: whoever helps them neither sees nor types it. */
  isPrivate?: boolean;
  /** What is wrong with what stands there, said beside it. */
  error?: string | null;
  /** It is part of something that is wrong, and that says so itself. */
  isWrong?: boolean;
  maxLength?: number;
  /** Beside the field, for instance a button. */
  companion?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { error = null, isWrong = error !== null, isPrivate = false } = props;
  const isWatched = useIsWatched();
  if (isPrivate && isWatched) return <PrivateField label={props.label} />;
  return (
    <AriaTextField
      className="text-field"
      // What may be hidden concerns nobody else, shown or not.
      {...(props.hidden === undefined ? {} : { 'data-alone': '' })}
      value={props.value}
      onChange={props.onChange}
      onFocus={props.onFocus}
      isInvalid={isWrong}
      // What is wrong is said here when it is known, and not by the browser.
      validationBehavior="aria"
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      // Not `email`: the caret of such a field cannot be moved by the on-screen keyboard.
      type={props.hidden ? 'password' : 'text'}
      // The system's own keyboard stays away.
      inputMode="none"
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
    >
      <Label className="text-field__label">{props.label}</Label>
      <div className="text-field__line">
        <Input
          ref={props.inputRef}
          {...(isPrivate ? { 'data-private': true } : {})}
          autoCapitalize="none"
          className={`text-field__input ${props.isCurrent ? 'text-field__input--current' : ''}`}
        />
        {props.companion}
      </div>
      {error !== null && (
        <FieldError className="text-field__error">
          <TriangleAlert className="text-field__error-icon" aria-hidden />
          <span role="alert">{error}</span>
        </FieldError>
      )}
    </AriaTextField>
  );
}
