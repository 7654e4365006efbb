/** One of a few: large buttons side by side, of which one is chosen. */
import './choices.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

export interface ChoicesProps<Value extends string> {
  label: string;
  /** Null until one is chosen. */
  chosen: Value | null;
  options: readonly { value: Value; word: string; lang?: string; sample?: ReactNode }[];
  onChoose(value: Value): void;
}

export function Choices<Value extends string>({ label, chosen, options, onChoose }: ChoicesProps<Value>) {
  return (
    <ToggleButtonGroup
      className="choices"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={([key]) => {
        const option = options.find(({ value }) => value === key);
        if (option) onChoose(option.value);
      }}
    >
      {options.map(({ value, word, lang, sample }) => (
        <ToggleButton key={value} id={value} className="choice">
          {sample}
          <span className="choice__word" {...(lang ? { lang } : {})}>
            <Check className="choice__check" aria-hidden />
            {word}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
