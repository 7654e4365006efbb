/**
 * The kinds of useful numbers, in the order in which they are shown. Apart from the contract: the page has no use for
 * the schemas.
 */
export const NUMBER_KINDS = [
  'gas',
  'electricity',
  'water',
  'lift',
  'heating',
  'dutyLine',
  'agency',
  'other',
] as const;

export type NumberKind = (typeof NUMBER_KINDS)[number];
