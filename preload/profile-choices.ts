/** What a tenant can choose from about themselves. No schema is here: the page imports it. */

/** Each has a name in the message catalogues, under `situation.familyStatuses.<name>`. */
export const FAMILY_STATUSES = [
  'single',
  'married',
  'civilUnion',
  'cohabiting',
  'separated',
  'divorced',
  'widowed',
] as const;

/** Each has a name in the message catalogues, under `situation.workStatuses.<name>`. */
export const WORK_STATUSES = [
  'employed',
  'selfEmployed',
  'jobSeeker',
  'student',
  'retired',
  'unableToWork',
  'atHome',
  'other',
] as const;
