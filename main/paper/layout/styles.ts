import type { Setting } from '../type/typesetter.ts';

/** Sizes in points. Nothing that has to be read is smaller than 10 points, but for the footer. */
export interface TextStyle extends Setting {
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
}

export const styles = {
  brand: { weight: 'strong', figures: 'proportional', size: 20, leading: 26 },
  title: { weight: 'strong', figures: 'proportional', size: 25, leading: 31 },
  lead: { weight: 'regular', figures: 'proportional', size: 14, leading: 20 },
  section: { weight: 'strong', figures: 'proportional', size: 13, leading: 18 },
  addressee: { weight: 'strong', figures: 'proportional', size: 12, leading: 15.5 },
  body: { weight: 'regular', figures: 'proportional', size: 11, leading: 15.5 },
  small: { weight: 'regular', figures: 'proportional', size: 10, leading: 14 },
  caption: { weight: 'regular', figures: 'proportional', size: 10, leading: 14 },
  fact: { weight: 'strong', figures: 'tabular', size: 12, leading: 16.5 },
  columnHeader: { weight: 'strong', figures: 'tabular', size: 10.5, leading: 14 },
  cell: { weight: 'regular', figures: 'tabular', size: 10.5, leading: 14 },
  strongCell: { weight: 'strong', figures: 'tabular', size: 10.5, leading: 14 },
  outcome: { weight: 'strong', figures: 'tabular', size: 18, leading: 24 },
  ticket: { weight: 'regular', figures: 'proportional', pitch: 'fixed', size: 10, leading: 13.5 },
  footer: { weight: 'regular', figures: 'proportional', size: 9.5, leading: 12.5 },
} as const satisfies Record<string, TextStyle>;

export type StyleName = keyof typeof styles;
