/** One question with a few answers: one touch, and on. */
import './choice-step.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Frame } from '../frame/frame.tsx';

export interface ChoiceStepProps<Value extends string> {
  title: string;
  lead: string;
  options: readonly { value: Value; word: string; text?: string }[];
  /** Said above the choices: what went wrong, what is good to know. */
  notice?: ReactNode;
  /** What is so already, and nothing to choose; `word` says that. */
  inForce?: { value: Value; word: string } | null;
  onChoose(value: Value): void;
  onBack(): void;
}

export function ChoiceStep<Value extends string>(props: ChoiceStepProps<Value>) {
  const { title, lead, options, notice, inForce = null, onChoose, onBack } = props;
  return (
    <Frame title={title} lead={lead} notice={notice} onBack={onBack}>
      <ul className={`choice-step ${inForce === null ? '' : 'choice-step--in-force'}`} aria-label={title}>
        {options.map(({ value, word, text }) => (
          <li key={value}>
            <AriaButton
              className={`choice-step__choice ${value === inForce?.value ? 'choice-step__choice--chosen' : ''}`}
              isDisabled={value === inForce?.value}
              onPress={() => onChoose(value)}
            >
              <Check className="choice-step__check" aria-hidden />
              <span>
                {word}
                {text !== undefined && <span className="choice-step__now">{text}</span>}
                {value === inForce?.value && <span className="choice-step__now">{inForce.word}</span>}
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
