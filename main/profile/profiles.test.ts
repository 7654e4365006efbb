import { beforeEach, expect, test } from 'vitest';
import type { RequestedChange } from '../../preload/profile-contract.ts';
import type { Visit } from '../session/visit.ts';
import type { Wish } from '../sync/outbox.ts';
import type { ProfileChangeOnRecord, TenantConnection, TenantProfile } from '../tenant-api/tenant-api.ts';
import { createProfiles, type Profiles } from './profiles.ts';

const profile: TenantProfile = {
  contact: { email: null, mobilePhone: '+33612345678', landlinePhone: null, postalAddress: null },
  family: { status: 'single', occupants: [] },
  work: { status: 'retired', employer: null },
};
const waiting: ProfileChangeOnRecord = {
  id: 'change-1',
  requestedAt: '2018-07-05T10:00:00+02:00',
  state: 'pending',
  change: { kind: 'mobilePhone', phone: '+33798765432' },
};
const wish = { kind: 'email' as const, email: 'jeanne@exemple.fr' };

let said: ProfileChangeOnRecord[];
let pages: { pageId: string }[];
let enqueued: Wish[];
let profiles: Profiles;
const visit = visitOf('tenant-1');

beforeEach(() => {
  said = [waiting];
  pages = [];
  enqueued = [];
  profiles = createProfiles({
    outbox: {
      enqueue: (each) => {
        enqueued.push(each);
        return { ok: true, value: { deliveryId: `delivery-${enqueued.length}` } };
      },
    },
    documents: {
      read: () => ({ pages }),
      deposit: async () => {
        pages = [];
        return { ok: true, value: { deliveryId: '0d0c0000-0000-7000-8000-000000000001', state: 'saved' } };
      },
    },
    now: () => new Date('2018-07-11T07:05:07Z'),
  });
});

test('what waits stands beside what is in force', async () => {
  expect(await profiles.read(visit)).toMatchObject({
    value: {
      profile: { contact: { mobilePhone: '06 12 34 56 78' } },
      changes: [{ requestedAt: '2018-07-05T08:00:00.000Z', change: { phone: '07 98 76 54 32' } }],
    },
  });
});

test('what was asked for here waits too, until the landlord tells of it', async () => {
  await read();
  await profiles.request(visit, 'account-1', wish);

  expect(await read()).toMatchObject([{ id: 'delivery-1', state: 'beingSent' }, { id: 'change-1' }]);
  profiles.delivered({ deliveryId: 'delivery-1', state: 'transmitted' });
  expect(await read()).toMatchObject([{ id: 'delivery-1', state: 'pending' }, { id: 'change-1' }]);
  said = [{ ...waiting, id: 'delivery-1', change: wish }, waiting];
  expect(await read()).toHaveLength(2);
});

test('a change waits for the proof that it cites', async () => {
  await read();
  pages = [{ pageId: 'page-1' }];

  await profiles.request(visit, 'account-1', wish);

  const documents = ['0d0c0000-0000-7000-8000-000000000001'];
  expect(enqueued).toMatchObject([{ kind: 'profile-change', payload: { documents }, needs: documents }]);
});

test('without a lease, a change is asked for, and a proof has no place to go to', async () => {
  await read();

  expect(await profiles.request(visit, null, wish)).toMatchObject({ ok: true });
  pages = [{ pageId: 'page-1' }];
  expect(await profiles.request(visit, null, wish)).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect(enqueued).toHaveLength(1);
});

test('what is wrong is asked of nobody', async () => {
  await read();

  const answer = await profiles.request(visit, 'account-1', { kind: 'email', email: 'jeanne' });

  expect(answer).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect(enqueued).toEqual([]);
});

test('a second wish about the same thing takes the place of the first', async () => {
  await read();
  await profiles.request(visit, 'account-1', wish);
  await profiles.request(visit, 'account-1', { ...wish, email: 'autre@exemple.fr' });

  expect(await read()).toMatchObject([{ change: { email: 'autre@exemple.fr' } }, { id: 'change-1' }]);
});

test('what is withdrawn is gone at once, and back when it came too late', async () => {
  await read();

  profiles.withdraw(visit, 'change-1');

  expect(enqueued).toMatchObject([{ kind: 'profile-change-withdrawal', payload: { changeId: 'change-1' } }]);
  expect(await read()).toEqual([]);
  profiles.delivered({ deliveryId: 'delivery-1', state: 'refused' });
  expect(await read()).toMatchObject([{ id: 'change-1' }]);
});

test('what was refused, and what nobody asked for, cannot be withdrawn', async () => {
  said = [{ ...waiting, state: 'refused' }];
  await read();

  expect(profiles.withdraw(visit, 'change-1')).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect(profiles.withdraw(visit, 'change-9')).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
});

test('the next person finds nothing of it', async () => {
  await read();
  await profiles.request(visit, 'account-1', wish);

  profiles.forget();

  expect(profiles.check(visitOf('tenant-2'), wish)).toMatchObject({ ok: false });
});

async function read(): Promise<RequestedChange[]> {
  const answer = await profiles.read(visit);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.changes;
}

function visitOf(tenantId: string): Visit {
  const connection: Pick<TenantConnection, 'profile'> = {
    profile: {
      readTenantProfile: async () => ({ ok: true, value: profile }),
      listProfileChanges: async () => ({ ok: true, value: said }),
    },
  };
  return { tenantId, depositToken: `deposit-${tenantId}`, connection: connection as TenantConnection };
}
