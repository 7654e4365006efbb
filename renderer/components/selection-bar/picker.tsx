/** What is chosen, in words; a touch opens the question with its possible answers. */
import './picker.css';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Dialog } from '../dialog/dialog.tsx';

export interface PickerProps {
  icon: LucideIcon;
  name: string;
  value: ReactNode;
  change: string;
  question: string;
  options: readonly { key: string; words: ReactNode; chosen: boolean; choose(): void }[];
}

export function Picker({ icon: Icon, name, value, change, question, options }: PickerProps) {
  return (
    <DialogTrigger>
      <AriaButton className="picker">
        <Icon className="picker__icon" aria-hidden />
        <span className="picker__words">
          <span className="picker__name">{name}</span>
          {value}
        </span>
        <span className="picker__change">{change}</span>
      </AriaButton>
      <Dialog title={question}>
        {(close) => (
          <div className="options">
            {options.map(({ key, words, chosen, choose }) => (
              <AriaButton
                key={key}
                className={`option ${chosen ? 'option--chosen' : ''}`}
                aria-current={chosen}
                onPress={() => {
                  choose();
                  close();
                }}
              >
                <span className="option__words">{words}</span>
                <Check className="option__check" aria-hidden />
              </AriaButton>
            ))}
          </div>
        )}
      </Dialog>
    </DialogTrigger>
  );
}
