import { expect, test } from 'vitest';
import { silentLog } from '../log/log.ts';
import type { PublicReads, ResidenceAlert } from '../tenant-api/tenant-api.ts';
import { openInformation } from './information.ts';

const NOW = Date.parse('2018-07-11T12:00:00Z');
const agency = {
  id: 'centre',
  name: 'Direction territoriale Centre',
  addressLines: ['12 place du Marché'],
  phone: '05 36 49 10 11',
  openingHours: ['Du lundi au vendredi : 9 h – 17 h'],
};

test('before anything was fetched, this agency is told from the configuration', () => {
  const { information } = open([]);

  const read = information.read();

  expect(read).toMatchObject({ numbers: [], agencies: [], texts: [] });
  expect(read.here).toMatchObject({ agencyId: 'centre', phone: '05 36 49 10 11' });
});

test('how to pay is known from the leaflet at once, and from the landlord as soon as it has said so', async () => {
  const { information } = open([]);
  const before = information.read().paymentMethods.map(({ method }) => method);

  information.start();
  await settled();

  expect(before).toEqual(['directDebit', 'tipSepa', 'card', 'efficash', 'cheque']);
  expect(information.read().paymentMethods).toMatchObject([{ method: 'cheque', note: { en: 'To Ekidom' } }]);
});

test('passers-by are told what is for everybody in this hall and not over, the first to begin first', async () => {
  const { information, told } = open([
    alert({ id: 'later', startsAt: '2018-07-13T08:00:00Z' }),
    alert({ id: 'now' }),
    alert({ id: 'over', endsAt: '2018-07-11T11:59:00Z' }),
    alert({ id: 'residents-only', audience: 'residents' }),
    alert({ id: 'elsewhere', agencyId: 'est' }),
    alert({ id: 'without-end', startsAt: '2018-07-01T00:00:00Z', endsAt: null }),
  ]);

  information.start();
  await settled();

  const ids = ['without-end', 'now', 'later'];
  expect(information.publicAlerts().map(({ id }) => id)).toEqual(ids);
  expect(told.at(-1)?.map(({ id }) => id)).toEqual(ids);
});

test('an alert that is over goes from the attract screen, though the landlord has not taken it away', async () => {
  const { information, told, passTo } = open([alert({ endsAt: '2018-07-11T12:05:00Z' })]);
  information.start();
  await settled();

  await passTo(Date.parse('2018-07-11T12:10:00Z'));
  await passTo(Date.parse('2018-07-11T12:20:00Z'));

  expect(told.map((alerts) => alerts.length)).toEqual([1, 0]);
});

test('residents are told what concerns their residences, wherever the agency is, and nothing else', async () => {
  const { information } = open([
    alert({ id: 'mine', audience: 'residents', agencyId: 'est' }),
    alert({ id: 'others', residences: [{ id: 'couronneries', name: 'Les Couronneries' }] }),
  ]);

  information.start();
  await settled();

  expect(information.alertsOf(['tilleuls']).map(({ id }) => id)).toEqual(['mine']);
  expect(information.alertsOf([])).toEqual([]);
});

function alert(over: Partial<ResidenceAlert>): ResidenceAlert {
  const text = { fr: 'Texte', en: 'Text' };
  return {
    id: 'lift',
    kind: 'lift',
    audience: 'everybody',
    agencyId: 'centre',
    residences: [{ id: 'tilleuls', name: 'Les Tilleuls' }],
    ...{ title: text, text, whatToDo: null },
    startsAt: '2018-07-11T08:00:00Z',
    endsAt: '2018-07-14T18:00:00Z',
    ...over,
  };
}

function open(alerts: ResidenceAlert[]) {
  const methods = [
    { method: 'cheque' as const, inShort: null, note: { fr: 'À l’ordre d’Ekidom', en: 'To Ekidom' } },
  ];
  const told: { id: string }[][] = [];
  let now = NOW;
  let later: (() => void)[] = [];
  const nothing = async () => ({ ok: true as const, value: { items: [] } });
  const api: PublicReads = {
    readUsefulNumbers: nothing,
    readAgencies: nothing,
    readPracticalTexts: nothing,
    readPaymentMethods: async () => ({ ok: true, value: { items: methods } }),
    readResidenceAlerts: async () => ({ ok: true, value: { items: alerts } }),
  };
  const information = openInformation({
    config: { agency },
    api,
    rows: {
      read: () => ({ ok: true, value: null }),
      write: () => ({ ok: true, value: undefined }),
      confirm: () => ({ ok: true, value: undefined }),
    },
    onPublicAlerts: (shown) => told.push(shown),
    after(seconds, work) {
      if (seconds === 0) work();
      else later.push(work);
      return () => undefined;
    },
    log: silentLog,
    now: () => now,
    random: () => 0.5,
  });
  /** Until all has been asked for again at that time. */
  const passTo = async (time: number) => {
    now = time;
    const due = later;
    later = [];
    for (const work of due) work();
    await settled();
  };
  return { information, told, passTo };
}

/** Every answer of the stand-in is there within a turn of the loop. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
