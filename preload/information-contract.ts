/** What everybody may know, signed in or not, with the central API or without it. Nothing of a person. */
import * as z from 'zod';
import { resultOf } from './failures.ts';
import { NUMBER_KINDS } from './number-kinds.ts';
import { PAYMENT_METHODS } from './payment-methods.ts';
import { day, id, instant, none, startedPrint } from './values.ts';

export const ALERT_KINDS = ['works', 'water', 'heating', 'electricity', 'gas', 'lift', 'other'] as const;

/** As the contract of the central API has it: who signs in here has no more homes than this. */
const MOST_RESIDENCES = 200;

const inBoth = z.strictObject({ fr: z.string(), en: z.string() });
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const usefulNumber = z.strictObject({
  id,
  kind: z.enum(NUMBER_KINDS),
  name: inBoth,
  phone: z.string(),
  when: inBoth.nullable(),
});

const agency = z.strictObject({
  id,
  name: z.string(),
  addressLines: z.array(z.string()),
  phone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  /** Of an ordinary week. `weekday`: 1 is Monday. */
  openingHours: z.array(z.strictObject({ weekday: z.int().min(1).max(7), from: timeOfDay, to: timeOfDay })),
  /** Both days included. */
  closures: z.array(z.strictObject({ from: day, to: day, reason: inBoth.nullable() })),
  transport: inBoth.nullable(),
});

const practicalText = z.strictObject({ id, title: inBoth, text: inBoth });

const paymentMethod = z.strictObject({
  method: z.enum(PAYMENT_METHODS),
  /** In place of the words that are in the catalogues; null for those. */
  inShort: inBoth.nullable(),
  note: inBoth.nullable(),
});

const residenceAlert = z.strictObject({
  id,
  kind: z.enum(ALERT_KINDS),
  residences: z.array(z.strictObject({ id, name: z.string() })),
  title: inBoth,
  text: inBoth,
  whatToDo: inBoth.nullable(),
  startsAt: instant,
  endsAt: instant.nullable(),
});

const alerts = z.array(residenceAlert);

const information = z.strictObject({
  /** Of the agency that this kiosk stands in, as its own configuration has it: there before anything was fetched. */
  here: z.strictObject({
    agencyId: id,
    name: z.string(),
    addressLines: z.array(z.string()),
    phone: z.string(),
    /** As people read them. */
    openingHours: z.array(z.string()),
  }),
  /** Each empty until it was fetched once. */
  numbers: z.array(usefulNumber),
  agencies: z.array(agency),
  texts: z.array(practicalText),
  /** In the order in which they are shown; those of the leaflet until they were fetched once. */
  paymentMethods: z.array(paymentMethod).min(1),
});

export const informationCalls = {
  'information.read': { input: none, output: information },
  /** What passers-by in this hall may know. */
  'information.publicAlerts': { input: none, output: alerts },
  /** What concerns these residences, for whoever lives there. */
  'information.ownAlerts': {
    input: z.strictObject({ residenceIds: z.array(id).max(MOST_RESIDENCES) }),
    output: alerts,
  },
  /** Whom to phone, on paper. Answers once the job is known; `printing.changed` tells the rest. */
  'information.printNumbers': { input: none, output: resultOf(startedPrint) },
} as const;

export const informationEvents = {
  /** What passers-by may know has changed. */
  'information.publicAlertsChanged': alerts,
} as const;

export type AgencyCard = z.output<typeof agency>;
export type AlertKind = (typeof ALERT_KINDS)[number];
export type Information = z.output<typeof information>;
export type OfferedPaymentMethod = z.output<typeof paymentMethod>;
export type ResidenceAlert = z.output<typeof residenceAlert>;
export type UsefulNumber = z.output<typeof usefulNumber>;
