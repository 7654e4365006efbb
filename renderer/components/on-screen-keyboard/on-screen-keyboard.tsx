/** Types into a field of the page as a keyboard would, by touch, by mouse, or key by key with Tab and arrows. */
import './on-screen-keyboard.css';
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyboardReact, type SimpleKeyboard } from 'react-simple-keyboard';
import { type FieldKind, layoutFor, type Page, pageAfter, pageAfterTyping } from './layouts.ts';
import { editFor } from './typing.ts';
import { oneTabStop, walk } from './walk.ts';
import { widen } from './widen.ts';

const LAYOUTS = {
  email: layoutFor('email'),
  password: layoutFor('password'),
  name: layoutFor('name'),
  text: layoutFor('text'),
  code: layoutFor('code'),
  userName: layoutFor('userName'),
  phone: layoutFor('phone'),
} as const;

export interface OnScreenKeyboardProps {
  /** The field to type into. */
  field?: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
  /** Instead of a field of this page: what stands on the key that was touched. */
  onKey?: (key: string) => void;
  kind: FieldKind;
  /** The key at the end of the last row: on to the next field, or done. Where there are several lines, there is none. */
  nextWord?: string;
  onNext?(): void;
}

export function OnScreenKeyboard({ field, onKey, kind, nextWord = '', onNext }: OnScreenKeyboardProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const keyboard = useRef<SimpleKeyboard | null>(null);
  const focusedKey = useRef<string | null>(null);
  const [page, setPage] = useState<Page>('letters');

  const press = (key: string) => {
    if (key === '{next}') return onNext?.();
    const leadsTo = pageAfter(key, page);
    if (leadsTo) return setPage(leadsTo);
    if (field?.current) type(key, field.current);
    onKey?.(key);
    setPage(pageAfterTyping(page));
  };

  /** A finger or a mouse has pressed the key already when it went down; only a keyboard comes here without. */
  const pressWithoutPointer = (event: MouseEvent) => {
    const key = event.detail === 0 ? keyAt(event.target) : null;
    if (!key) return;
    focusedKey.current = key;
    press(key);
  };

  const walkWithArrows = (event: KeyboardEvent) => {
    if (place.current && walk(place.current, event.key)) event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: its keys are no fields of a form
    <div
      ref={place}
      role="group"
      aria-label={t('keyboard.label')}
      className={`on-screen-keyboard on-screen-keyboard--${page}`}
      // The field keeps the focus and its caret while keys are touched.
      onMouseDown={(event) => event.preventDefault()}
      onClick={pressWithoutPointer}
      onKeyDown={walkWithArrows}
    >
      <KeyboardReact
        keyboardRef={(made: SimpleKeyboard) => {
          keyboard.current = made;
        }}
        layout={LAYOUTS[kind]}
        layoutName={page}
        display={{
          '{shift}': t('keyboard.shift'),
          '{backspace}': t('keyboard.backspace'),
          '{space}': t('keyboard.space'),
          '{letters}': t('keyboard.letters'),
          '{symbols}': t('keyboard.symbols'),
          '{accents}': t('keyboard.accents'),
          '{enter}': t('keyboard.newLine'),
          '{next}': nextWord,
        }}
        buttonAttributes={[
          { attribute: 'type', value: 'button', buttons: allKeys(kind, page) },
          {
            attribute: 'aria-pressed',
            value: String(page === 'capitals' || page === 'accentedCapitals'),
            buttons: '{shift}',
          },
        ]}
        useButtonTag
        disableButtonHold
        disableCaretPositioning
        disableRowButtonContainers
        onKeyPress={press}
        // What was typed is in the field and nowhere else.
        onChange={() => keyboard.current?.clearInput()}
        onRender={() => {
          if (!place.current) return;
          widen(place.current);
          oneTabStop(place.current, focusedKey.current);
          focusedKey.current = null;
        }}
      />
    </div>
  );
}

function type(key: string, field: HTMLInputElement | HTMLTextAreaElement): void {
  const { value } = field;
  const selectionStart = field.selectionStart ?? value.length;
  const selectionEnd = field.selectionEnd ?? value.length;
  const edit = editFor(key, { value, selectionStart, selectionEnd });
  if (!edit) return;
  field.setRangeText(edit.text, edit.from, edit.to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  keepCaretInSight(field);
}

/** What is typed with keys that are not the browser's own does not scroll by itself. */
function keepCaretInSight(field: HTMLInputElement | HTMLTextAreaElement): void {
  const isAtEnd = field.selectionEnd === field.value.length;
  if (isAtEnd && field instanceof HTMLTextAreaElement) field.scrollTop = field.scrollHeight;
}

function keyAt(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('button')?.getAttribute('data-skbtn') ?? null;
}

function allKeys(kind: FieldKind, page: Page): string {
  return LAYOUTS[kind][page].join(' ');
}
