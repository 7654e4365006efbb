import type { AppointmentPlace, AppointmentSlot } from '../../../preload/appointment-contract.ts';

export interface FreeSlots {
  places: readonly AppointmentPlace[];
  slots: readonly AppointmentSlot[];
}

/** Where somebody is free at all. */
export function placesOf({ places, slots }: FreeSlots): readonly AppointmentPlace[] {
  return places.filter(({ id }) => slots.some(({ placeId }) => placeId === id));
}

/** The earliest first. */
export function daysAt({ slots }: FreeSlots, placeId: string): readonly string[] {
  return [...new Set(slots.filter((slot) => slot.placeId === placeId).map(({ day }) => day))];
}

export function slotsOn({ slots }: FreeSlots, placeId: string, day: string): readonly AppointmentSlot[] {
  return slots.filter((slot) => slot.placeId === placeId && slot.day === day);
}
