/** One of several, by their pictures and their words. */
import './request-form.css';
import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

export interface PictureChoiceProps<Value extends string> {
  label: string;
  options: readonly { value: Value; icon: LucideIcon; word: string }[];
  chosen: Value | null;
  onChoose(value: Value): void;
}

export function PictureChoice<Value extends string>(props: PictureChoiceProps<Value>) {
  const { label, options, chosen, onChoose } = props;
  return (
    <section className="picture-choice" aria-label={label}>
      {options.map(({ value, icon: Icon, word }) => (
        <Button
          key={value}
          className={`picture-choice__one ${value === chosen ? 'picture-choice__one--chosen' : ''}`}
          onPress={() => onChoose(value)}
        >
          <Icon className="picture-choice__icon" aria-hidden />
          {word}
        </Button>
      ))}
    </section>
  );
}
