/** A thing to touch: an icon and a word, at least 20 mm high. */
import './button.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';

export interface ButtonProps {
  children: ReactNode;
  icon?: LucideIcon;
  /** `main`: the one thing to do here. `plain`: the others. */
  look?: 'main' | 'plain';
  type?: 'button' | 'submit';
  /** The id of the form that a submit button outside it belongs to. */
  form?: string;
  isDisabled?: boolean;
  label?: string;
  autoFocus?: boolean;
  onPress?: () => void;
}

export function Button({ children, icon: Icon, look = 'plain', label, onPress, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(onPress ? { onPress: () => onPress() } : {})}
      className={`button button--${look}`}
    >
      {Icon && <Icon className="button__icon" aria-hidden />}
      <span className="button__word">{children}</span>
    </AriaButton>
  );
}
