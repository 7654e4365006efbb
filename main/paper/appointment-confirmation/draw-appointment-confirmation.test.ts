import { expect, test } from 'vitest';
import { drawnOf } from '../testing/drawn.ts';
import { readLines } from '../testing/read-pdf.ts';
import { appointmentConfirmationOf } from '../testing/sample-appointment-confirmation.ts';
import type { AppointmentConfirmationContent } from './appointment-confirmation-content.ts';
import { drawAppointmentConfirmationHere } from './draw-appointment-confirmation.ts';

test('it speaks English, and tells the hour of the agency in winter too', async () => {
  const content = appointmentConfirmationOf({ locale: 'en', startsAt: '2019-01-14T08:30:00.000Z' });

  const text = (await readLines(drawnOf(await drawAppointmentConfirmationHere(content)).pdf)).join('\n');

  expect(text.replaceAll('\u00a0', ' ')).toContain('14 January 2019 at 09:30');
});

test.each<[string, Partial<AppointmentConfirmationContent>, string]>([
  ['no instant', { startsAt: 'lundi' }, 'DATE_IMPOSSIBLE'],
  ['a day that does not exist', { issuedOn: '2018-02-30' }, 'DATE_IMPOSSIBLE'],
  ['nowhere to go', { placeLines: [] }, 'PLACE_MISSING'],
])('there is no confirmation with %s', async (_, changes, fault) => {
  expect(await drawAppointmentConfirmationHere(appointmentConfirmationOf(changes))).toEqual({
    ok: false,
    fault,
  });
});
