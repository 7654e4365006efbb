/** What the screen and the machine say to each other about appointments with staff. */
import * as z from 'zod';
import { APPOINTMENT_SUBJECTS } from './appointment-subjects.ts';
import { resultOf } from './failures.ts';
import { day, delivery, id, none, startedPrint } from './values.ts';

const subject = z.enum(APPOINTMENT_SUBJECTS);

/** On the agency's own clock: `09:30`. */
const time = z.string().regex(/^\d{2}:\d{2}$/);

const place = z.strictObject({ id, name: z.string(), addressLines: z.array(z.string()) });

const slot = z.strictObject({ id, placeId: id, day, time, endTime: time });

const appointment = z.strictObject({ id, subject, day, time, endTime: time, place });

const one = z.strictObject({ appointmentId: id });

export const appointmentCalls = {
  /** The earliest first. */
  'appointment.list': { input: none, output: resultOf(z.array(appointment).max(1_000)) },
  /** The earliest first; those that are free at this moment. */
  'appointment.slots': {
    input: z.strictObject({ subject }),
    output: resultOf(z.strictObject({ places: z.array(place), slots: z.array(slot).max(1_000) })),
  },
  /**
   * Answers when the landlord has: SLOT_TAKEN when somebody else was quicker. Asked again, it is one appointment.
   * `replaces`: one of theirs that is moved, or null. It stays theirs until the new one is, and APPOINTMENT_UNKNOWN is
   * answered when there is none any more.
   */
  'appointment.book': {
    input: z.strictObject({ slotId: id, subject, replaces: id.nullable() }),
    output: resultOf(appointment),
  },
  /** Answers when the landlord has. APPOINTMENT_UNKNOWN when there is none any more. */
  'appointment.cancel': { input: one, output: resultOf(z.strictObject({})) },
  /** One that was listed or booked in this session. */
  'appointment.print': { input: one, output: resultOf(startedPrint) },
  /** To the address on file. Answers once the wish is on disk. */
  'appointment.email': { input: one, output: resultOf(delivery) },
} as const;

export type Appointment = z.output<typeof appointment>;
export type AppointmentPlace = z.output<typeof place>;
export type AppointmentSlot = z.output<typeof slot>;
export type AppointmentSubject = (typeof APPOINTMENT_SUBJECTS)[number];
