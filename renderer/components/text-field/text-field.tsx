/** One line to type into, under its name. */
import './text-field.css';
import type { ReactNode, RefObject } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField as AriaTextField } from 'react-aria-components/TextField';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  inputRef: RefObject<HTMLInputElement | null>;
  /** The on-screen keyboard types here. */
  isCurrent: boolean;
  onFocus(): void;
  hidden?: boolean;
  /** Beside the field, for instance a button. */
  companion?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  return (
    <AriaTextField
      className="text-field"
      value={props.value}
      onChange={props.onChange}
      onFocus={props.onFocus}
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
          autoCapitalize="none"
          className={`text-field__input ${props.isCurrent ? 'text-field__input--current' : ''}`}
        />
        {props.companion}
      </div>
    </AriaTextField>
  );
}
