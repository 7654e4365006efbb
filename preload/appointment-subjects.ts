/** No schema is here: the page imports it. */

/** Each has its words in the message catalogues, under `appointment.subjects.<name>`. */
export const APPOINTMENT_SUBJECTS = ['account', 'repairs', 'papers', 'moving', 'other'] as const;
