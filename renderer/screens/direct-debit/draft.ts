/** What somebody has filled in so far. It lives as long as their session, and not an instant after it is sent. */
import type { Stroke } from './strokes.ts';

export interface Draft {
  iban: string;
  /** Known once the IBAN was found right. */
  needsBic: boolean;
  bic: string;
  /** Null until it was touched: the tenant's own name then. */
  holder: string | null;
  day: number | null;
  copyByEmail: boolean;
  strokes: readonly Stroke[];
}

export const EMPTY_DRAFT: Draft = {
  iban: '',
  needsBic: false,
  bic: '',
  holder: null,
  day: null,
  copyByEmail: true,
  strokes: [],
};

/** A signature stands for what was signed: when that changes, it has to be given again. */
export function amended(draft: Draft, change: Partial<Draft>): Draft {
  const isOtherMandate = (['iban', 'bic', 'holder', 'day'] as const).some(
    (key) => key in change && change[key] !== draft[key],
  );
  return { ...draft, ...(isOtherMandate ? { strokes: [] } : {}), ...change };
}
