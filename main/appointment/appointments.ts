/**
 * A tenant's appointments with staff. To book and to cancel is answered while the person waits: an hour is theirs or
 * it is not, and nothing of it is left to the outbox.
 */
import { v7 as uuidV7 } from 'uuid';
import type { Appointment, AppointmentPlace, AppointmentSlot } from '../../preload/appointment-contract.ts';
import type {
  CallInput,
  Delivery,
  ErrorCode,
  Failure,
  Locale,
  Result,
  Tenant,
} from '../../preload/contract.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { AppointmentConfirmationContent, DrawnPaper } from '../paper/paper.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Appointment as ApiAppointment } from '../tenant-api/tenant-api.ts';
import { momentInFrance } from './moment-in-france.ts';

export interface Appointments {
  list(visit: Visit): Promise<Result<Appointment[]>>;
  slots(
    visit: Visit,
    subject: Appointment['subject'],
  ): Promise<Result<{ places: AppointmentPlace[]; slots: AppointmentSlot[] }>>;
  /** SLOT_TAKEN, APPOINTMENT_UNKNOWN. Not answered, it can be asked again: it stays one appointment. */
  book(visit: Visit, request: CallInput<'appointment.book'>): Promise<Result<Appointment>>;
  /** APPOINTMENT_UNKNOWN */
  cancel(visit: Visit, appointmentId: string): Promise<Result<Record<string, never>>>;
  /** INPUT_INVALID for an appointment that was not told of in this session. */
  print(visit: Visit, tenant: Tenant, appointmentId: string, locale: Locale): Result<{ jobId: string }>;
  /** Resolves once the wish is on disk. INPUT_INVALID like `print`. */
  sendByEmail(visit: Visit, appointmentId: string, locale: Locale): Result<Delivery>;
  /** The person leaves. */
  forget(): void;
}

interface Stay {
  readonly visit: Visit;
  readonly told: Map<string, ApiAppointment>;
  /** Of bookings that may have been heard: by slot, subject and what they replace. */
  readonly keys: Map<string, string>;
}

/** What the API has understood and decided. Anything else may have been heard, and is asked again under its key. */
const DECIDED: readonly ErrorCode[] = ['SLOT_TAKEN', 'APPOINTMENT_UNKNOWN', 'API_REFUSED', 'SESSION_OVER'];

export function createAppointments(parts: {
  config: Pick<KioskConfig, 'landlord'>;
  outbox: Pick<Outbox, 'enqueue'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: AppointmentConfirmationContent) => Promise<Result<DrawnPaper>>;
  now?: () => Date;
  newId?: () => string;
}): Appointments {
  const { config, outbox, printJobs, draw, now = () => new Date(), newId = uuidV7 } = parts;
  let stay: Stay | null = null;

  return {
    async list(visit) {
      const answer = await visit.connection.appointments.listAppointments();
      if (!answer.ok) return answer;
      const { told } = stayOf(visit);
      for (const each of answer.value) told.set(each.id, each);
      return { ok: true, value: answer.value.map(shown) };
    },

    async slots(visit, subject) {
      const answer = await visit.connection.appointments.listAppointmentSlots(subject);
      if (!answer.ok) return answer;
      const { places, slots } = answer.value;
      return {
        ok: true,
        value: {
          places: places.map(placeOf),
          slots: slots.map(({ id, placeId, startsAt, endsAt }) => ({
            ...{ id, placeId },
            ...momentInFrance(startsAt),
            endTime: momentInFrance(endsAt).time,
          })),
        },
      };
    },

    async book(visit, { slotId, subject, replaces }) {
      const { keys, told } = stayOf(visit);
      const wish = `${slotId} ${subject} ${replaces}`;
      const key = keys.get(wish) ?? newId();
      keys.set(wish, key);
      const answer = await visit.connection.appointments.createAppointment(
        replaces === null ? { slotId, subject } : { slotId, subject, replaces },
        key,
      );
      if (!answer.ok) {
        if (DECIDED.includes(answer.error.code)) keys.delete(wish);
        return answer;
      }
      keys.delete(wish);
      if (replaces !== null) told.delete(replaces);
      told.set(answer.value.id, answer.value);
      return { ok: true, value: shown(answer.value) };
    },

    async cancel(visit, appointmentId) {
      const answer = await visit.connection.appointments.deleteAppointment(appointmentId);
      if (!answer.ok) return answer;
      stayOf(visit).told.delete(appointmentId);
      return { ok: true, value: {} };
    },

    print(visit, tenant, appointmentId, locale) {
      const appointment = stayOf(visit).told.get(appointmentId);
      if (!appointment) return failure('INPUT_INVALID');
      const { subject, startsAt, place } = appointment;
      return printJobs.start(async () =>
        draw({
          landlord: config.landlord,
          agency: { name: place.name },
          tenant: { displayName: tenant.displayName, number: tenant.number },
          subject,
          startsAt: new Date(startsAt).toISOString(),
          placeLines: [place.name, ...place.addressLines],
          issuedOn: dayInFrance(now()),
          locale,
        }),
      );
    },

    sendByEmail(visit, appointmentId, locale) {
      if (!stayOf(visit).told.has(appointmentId)) return failure('INPUT_INVALID');
      const { tenantId, depositToken } = visit;
      const saved = outbox.enqueue({
        kind: 'appointment-delivery',
        ...{ tenantId, depositToken },
        payload: { appointmentId, locale },
      });
      return saved.ok ? { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } } : saved;
    },

    forget() {
      stay = null;
    },
  };

  function stayOf(visit: Visit): Stay {
    if (stay?.visit !== visit) stay = { visit, told: new Map(), keys: new Map() };
    return stay;
  }
}

function shown({ id, subject, startsAt, endsAt, place }: ApiAppointment): Appointment {
  return {
    ...{ id, subject },
    ...momentInFrance(startsAt),
    endTime: momentInFrance(endsAt).time,
    place: placeOf(place),
  };
}

function placeOf({ id, name, addressLines }: ApiAppointment['place']): AppointmentPlace {
  return { id, name, addressLines };
}

function failure(code: ErrorCode): { ok: false; error: Failure } {
  return { ok: false, error: { code } };
}
