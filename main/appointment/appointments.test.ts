import { beforeEach, expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import type { AppointmentConfirmationContent } from '../paper/paper.ts';
import { type PretendPrintJobs, pretendPrintJobs } from '../printing/testing/pretend-print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Wish } from '../sync/outbox.ts';
import type { Appointment, TenantConnection } from '../tenant-api/tenant-api.ts';
import { type Appointments, createAppointments } from './appointments.ts';

const place = { id: 'centre', name: 'Direction Centre', addressLines: ['65 avenue John Kennedy'] };
const theirs: Appointment = {
  id: 'appointment-1',
  subject: 'repairs',
  startsAt: '2018-07-16T07:30:00Z',
  endsAt: '2018-07-16T08:00:00Z',
  place,
};
const wish = { slotId: 'slot-1', subject: 'repairs' as const, replaces: null };

let answer: Result<Appointment>;
let keys: string[];
let enqueued: Wish[];
let printJobs: PretendPrintJobs;
let appointments: Appointments;
const draw = vi.fn(async (_: AppointmentConfirmationContent) => ({
  ok: true as const,
  value: { pdf: new Uint8Array(), pageCount: 1, missingGlyphs: 0 },
}));
const visit = visitOf('tenant-1');

beforeEach(() => {
  answer = { ok: true, value: theirs };
  keys = [];
  enqueued = [];
  draw.mockClear();
  printJobs = pretendPrintJobs();
  let made = 0;
  appointments = createAppointments({
    config: { landlord: { name: 'EKIDOM', addressLines: [], phone: '05 49 60 38 38' } },
    outbox: {
      enqueue: (each) => {
        enqueued.push(each);
        return { ok: true, value: { deliveryId: 'delivery-1' } };
      },
    },
    printJobs,
    draw,
    now: () => new Date('2018-07-11T07:05:07Z'),
    newId: () => `key-${++made}`,
  });
});

test('hours are told by the clock of the agency', async () => {
  expect(await appointments.slots(visit, 'repairs')).toMatchObject({
    value: { places: [place], slots: [{ id: 'slot-1', day: '2018-07-16', time: '09:30', endTime: '10:00' }] },
  });
});

test('what was not answered is asked again under the same key', async () => {
  answer = { ok: false, error: { code: 'API_TIMEOUT' } };
  await appointments.book(visit, wish);
  answer = { ok: true, value: theirs };

  expect(await appointments.book(visit, wish)).toMatchObject({ value: { day: '2018-07-16', time: '09:30' } });
  expect(keys).toEqual(['key-1', 'key-1']);
});

test('what was decided is another wish when it is asked again', async () => {
  answer = { ok: false, error: { code: 'SLOT_TAKEN' } };
  await appointments.book(visit, wish);
  await appointments.book(visit, wish);

  expect(keys).toEqual(['key-1', 'key-2']);
});

test('what is moved is not confirmed any more, and is kept when the hour went to somebody else', async () => {
  await appointments.list(visit);
  const moved = { ...wish, slotId: 'slot-2', replaces: 'appointment-1' };
  answer = { ok: false, error: { code: 'SLOT_TAKEN' } };
  await appointments.book(visit, moved);
  expect(appointments.sendByEmail(visit, 'appointment-1', 'fr')).toMatchObject({ ok: true });

  answer = { ok: true, value: { ...theirs, id: 'appointment-2' } };
  await appointments.book(visit, moved);

  expect(appointments.sendByEmail(visit, 'appointment-1', 'fr')).toMatchObject({ ok: false });
  expect(appointments.sendByEmail(visit, 'appointment-2', 'fr')).toMatchObject({ ok: true });
});

test('the confirmation is of an appointment that was told of', async () => {
  const tenant = { displayName: 'Mme Martin', number: '0104473', maskedEmail: null };
  expect(appointments.print(visit, tenant, 'appointment-1', 'fr')).toMatchObject({ ok: false });
  await appointments.list(visit);

  appointments.print(visit, tenant, 'appointment-1', 'fr');
  await printJobs.prepared();

  expect(draw.mock.calls[0]?.[0]).toMatchObject({
    subject: 'repairs',
    startsAt: '2018-07-16T07:30:00.000Z',
    placeLines: ['Direction Centre', '65 avenue John Kennedy'],
  });
});

test('by e-mail it goes through the outbox', async () => {
  await appointments.book(visit, wish);

  expect(appointments.sendByEmail(visit, 'appointment-1', 'en')).toMatchObject({ ok: true });

  expect(enqueued).toMatchObject([
    { kind: 'appointment-delivery', payload: { appointmentId: 'appointment-1', locale: 'en' } },
  ]);
});

test('the next person finds nothing of it', async () => {
  await appointments.list(visit);

  appointments.forget();

  expect(appointments.sendByEmail(visitOf('tenant-2'), 'appointment-1', 'fr')).toMatchObject({ ok: false });
});

function visitOf(tenantId: string): Visit {
  const connection: Pick<TenantConnection, 'appointments'> = {
    appointments: {
      listAppointments: async () => ({ ok: true, value: [theirs] }),
      listAppointmentSlots: async () => ({
        ok: true,
        value: {
          places: [place],
          slots: [{ id: 'slot-1', placeId: 'centre', startsAt: theirs.startsAt, endsAt: theirs.endsAt }],
        },
      }),
      createAppointment: async (_, key) => {
        keys.push(key);
        return answer;
      },
      deleteAppointment: vi.fn(),
    },
  };
  return { tenantId, depositToken: `deposit-${tenantId}`, connection: connection as TenantConnection };
}
