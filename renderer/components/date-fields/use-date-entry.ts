import { type RefObject, useRef, useState } from 'react';
import { type DatePart, figuresOf, isFull, partAfter, partBefore, type WrittenDate } from './written-date.ts';

/** A date on its way into its three fields, whether by the large keys or by a keyboard. */
export interface DateEntry {
  readonly written: WrittenDate;
  /** Where the large keys write. */
  readonly part: DatePart;
  readonly fields: Readonly<Record<DatePart, RefObject<HTMLInputElement | null>>>;
  choose(part: DatePart): void;
  /** Typed into a field. */
  type(part: DatePart, typed: string): void;
  /** Touched on the large keys: what stands in the field of `part` then. */
  touch(figures: string): void;
}

export function useDateEntry(written: WrittenDate, onWrite: (written: WrittenDate) => void): DateEntry {
  const fields = {
    day: useRef<HTMLInputElement>(null),
    month: useRef<HTMLInputElement>(null),
    year: useRef<HTMLInputElement>(null),
  };
  const [part, setPart] = useState<DatePart>('day');

  const write = (into: DatePart, figures: string) => onWrite({ ...written, [into]: figures });

  return {
    written,
    part,
    fields,
    choose: setPart,
    type(into, typed) {
      const figures = figuresOf(into, typed);
      const grew = figures.length > written[into].length;
      write(into, figures);
      const next = partAfter(into);
      if (grew && next && isFull(into, figures)) fields[next].current?.focus();
    },
    touch(typed) {
      const before = partBefore(part);
      // Nothing is left to take back here: on in the field before.
      if (typed === '' && written[part] === '' && before) {
        setPart(before);
        write(before, written[before].slice(0, -1));
        return;
      }
      const isGrowing = typed.length > written[part].length;
      const next = partAfter(part);
      if (isGrowing && isFull(part, written[part])) {
        if (!next) return;
        setPart(next);
        const figures = figuresOf(next, typed.slice(written[part].length));
        write(next, figures);
        return;
      }
      const figures = figuresOf(part, typed);
      write(part, figures);
      if (isGrowing && next && isFull(part, figures)) setPart(next);
    },
  };
}
