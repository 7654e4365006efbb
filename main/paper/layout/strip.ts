import type { SetLine } from '../type/typesetter.ts';
import type { Path } from './path.ts';

/** What is painted, and where. Lengths are points; y runs downwards. */
export type Mark = TextMark | RuleMark | FrameMark | PathMark;

export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly line: SetLine;
  /** What the text belongs to, or null where it only repeats or decorates. */
  readonly element: Element | null;
}

export interface RuleMark {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly thickness: number;
  /** Absent where it only decorates. */
  readonly element?: Element;
}

export interface FrameMark {
  readonly kind: 'frame';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly thickness: number;
}

/** The strokes of a pen. */
export interface PathMark {
  readonly kind: 'path';
  /** Where its origin comes to stand, and how many points a unit of it is long. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly path: Path;
  readonly thickness: number;
  readonly element: Element;
}

/** What the paper is made of, for somebody who hears it read out. Roles are those of PDF 1.7, section 14.8.4. */
export interface Element {
  readonly role:
    | ('Document' | 'H1' | 'H2' | 'P' | 'BlockQuote' | 'Figure')
    | ('L' | 'LI' | 'Lbl' | 'LBody')
    | ('Table' | 'TR' | 'TH' | 'TD');
  readonly scope?: 'Column' | 'Row';
  /** What is read out in place of a picture. */
  readonly alternative?: string;
  /** What is read out in place of letters that stand on the paper in another order. */
  readonly inReadingOrder?: string;
  readonly children: Element[];
}

/** A band across the page that cannot be split. The y of its marks counts from its top. */
export interface Strip {
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly keepWithNext: boolean;
  /** Left out at the top of a page. */
  readonly isSpace?: true;
  /** Stands above this strip again when it begins a page. */
  readonly heading?: Strip;
}

export function moveMark<M extends Mark>(mark: M, x: number, y: number): M {
  switch (mark.kind) {
    case 'text':
      return { ...mark, x: mark.x + x, baseline: mark.baseline + y };
    case 'rule':
    case 'frame':
    case 'path':
      return { ...mark, x: mark.x + x, y: mark.y + y };
  }
}
