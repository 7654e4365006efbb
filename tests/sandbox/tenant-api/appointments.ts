/** When staff are free, and whom they expect. */
import { daysAfter } from './insurance.ts';

export interface Appointments {
  /** Free at this moment, the earliest first. */
  free(): readonly Slot[];
  /** The tenant's own, the earliest first. */
  of(tenantId: string): readonly BookedAppointment[];
  /** Null when the slot is not free. */
  book(slotId: string, subject: string, tenantId: string): BookedAppointment | null;
  /** Whether this tenant has it. */
  has(appointmentId: string, tenantId: string): boolean;
  /** Somebody else calls the agency and takes it. */
  takeAway(slotId: string): void;
  /** False when there is none of this tenant. */
  cancel(appointmentId: string, tenantId: string): boolean;
}

export interface Slot {
  readonly id: string;
  readonly placeId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface BookedAppointment extends Slot {
  readonly subject: string;
  readonly tenantId: string;
}

export const PLACES = [
  {
    id: 'direction-centre',
    name: 'Direction territoriale Centre',
    addressLines: ['12 place du Marché', '86000 Poitiers'],
  },
  {
    id: 'direction-est',
    name: 'Direction territoriale Est',
    addressLines: ['4 rue des Trois-Cités', '86000 Poitiers'],
  },
] as const;

/** In Poitiers, in winter and in summer. */
const HALF_HOURS = ['09:00', '09:30', '10:00', '10:30', '11:00', '14:00', '14:30', '15:00', '15:30', '16:00'];
const WEEKS_AHEAD = 3;
const MINUTES = 30;
/** Every so many half-hours, somebody is expected already. */
const TAKEN_EVERY = 3;

export function createAppointments(today: string): Appointments {
  const slots = slotsFrom(today);
  const taken = new Set<string>();
  let booked: BookedAppointment[] = [];
  return {
    free: () => slots.filter(({ id }) => !taken.has(id)),
    of: (tenantId) =>
      booked
        .filter((each) => each.tenantId === tenantId)
        .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
    book(slotId, subject, tenantId) {
      const slot = slots.find(({ id }) => id === slotId);
      if (!slot || taken.has(slotId)) return null;
      taken.add(slotId);
      const appointment = { ...slot, id: `appointment-${slotId}`, subject, tenantId };
      booked = [...booked, appointment];
      return appointment;
    },
    has: (appointmentId, tenantId) =>
      booked.some((each) => each.id === appointmentId && each.tenantId === tenantId),
    takeAway: (slotId) => void taken.add(slotId),
    cancel(appointmentId, tenantId) {
      const appointment = booked.find((each) => each.id === appointmentId && each.tenantId === tenantId);
      if (!appointment) return false;
      booked = booked.filter((each) => each !== appointment);
      taken.delete(appointmentId.replace(/^appointment-/, ''));
      return true;
    },
  };
}

function slotsFrom(today: string): Slot[] {
  const days = Array.from({ length: WEEKS_AHEAD * 7 }, (_, index) => daysAfter(today, index + 1)).filter(
    isWorkday,
  );
  return days
    .flatMap((day, dayIndex) =>
      PLACES.flatMap(({ id: placeId }, placeIndex) =>
        HALF_HOURS.filter((_, index) => (index + dayIndex + placeIndex) % TAKEN_EVERY !== 0).map((time) => {
          const startsAt = instantIn(day, time);
          const endsAt = new Date(startsAt.getTime() + MINUTES * 60_000);
          return {
            id: `slot-${placeIndex}-${day}-${time.replace(':', '')}`,
            placeId,
            startsAt: startsAt.toISOString(),
            endsAt: endsAt.toISOString(),
          };
        }),
      ),
    )
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}

function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** What the clock on the wall in Poitiers shows, as an instant. */
function instantIn(day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(asUtc);
  const aheadMilliseconds = Date.parse(`${shown.replace(' ', 'T')}Z`) - asUtc.getTime();
  return new Date(asUtc.getTime() - aheadMilliseconds);
}
