/** The signed-in person's appointments with staff: answered while they wait. */
import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log/log.ts';
import { everyPage } from './every-page.ts';
import { expectedAnswers } from './expected-answers.ts';
import type {
  Appointment,
  AppointmentPlace,
  AppointmentRequest,
  AppointmentSlot,
  AppointmentSubject,
} from './generated/model/index.ts';
import {
  createAppointment,
  deleteAppointment,
  listAppointmentSlots,
  listAppointments,
} from './generated/operations.ts';
import type { ReadAsTenant } from './read-as-tenant.ts';

export interface AppointmentBook {
  /** Those that are to come, the earliest first. */
  listAppointments(): Promise<Result<Appointment[]>>;
  /** API_BROKEN_ANSWER when a slot is nowhere. */
  listAppointmentSlots(
    subject: AppointmentSubject,
  ): Promise<Result<{ places: AppointmentPlace[]; slots: AppointmentSlot[] }>>;
  /** SLOT_TAKEN, APPOINTMENT_UNKNOWN. With the same key, what was answered before. */
  createAppointment(request: AppointmentRequest, idempotencyKey: string): Promise<Result<Appointment>>;
  /** APPOINTMENT_UNKNOWN */
  deleteAppointment(appointmentId: string): Promise<Result<void>>;
}

export function createAppointmentBook(parts: {
  read: ReadAsTenant;
  newId: () => string;
  log: Log;
}): AppointmentBook {
  const { read, newId, log } = parts;
  return {
    async listAppointments() {
      const all = await everyPage(
        'listAppointments',
        (cursor) =>
          read((sent) =>
            listAppointments(cursor === undefined ? {} : { cursor }, {
              ...sent,
              expected: expectedAnswers.listAppointments,
            }),
          ),
        log,
      );
      return all.ok ? { ok: true, value: all.value.items } : all;
    },

    async listAppointmentSlots(subject) {
      const all = await everyPage(
        'listAppointmentSlots',
        (cursor) =>
          read((sent) =>
            listAppointmentSlots(cursor === undefined ? { subject } : { subject, cursor }, {
              ...sent,
              expected: expectedAnswers.listAppointmentSlots,
            }),
          ),
        log,
      );
      if (!all.ok) return all;
      const { first, items } = all.value;
      const isSomewhere = items.every(({ placeId }) => first.places.some(({ id }) => id === placeId));
      if (isSomewhere) return { ok: true, value: { places: first.places, slots: items } };
      log.warn('tenant-api.failed', { operation: 'listAppointmentSlots', code: 'API_BROKEN_ANSWER' });
      return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
    },

    createAppointment: (request, idempotencyKey) =>
      read((sent) =>
        createAppointment(request, {
          ...sent,
          expected: expectedAnswers.createAppointment,
          idempotencyKey,
        }),
      ),

    deleteAppointment(appointmentId) {
      const idempotencyKey = newId();
      return read((sent) =>
        deleteAppointment(appointmentId, {
          ...sent,
          expected: expectedAnswers.deleteAppointment,
          idempotencyKey,
        }),
      );
    },
  };
}
