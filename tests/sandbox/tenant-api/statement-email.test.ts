import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { euros } from './french-figures.ts';
import { debit } from './ledger.ts';
import { startTenantApi, type TenantApi } from './tenant-api.ts';
import { createTestCaller, type TestCaller, withKey } from './test-caller.ts';

const NBSP = '\u00A0';

let api: TenantApi;
let caller: TestCaller;

beforeAll(async () => {
  api = await startTenantApi({ today: '2018-07-12' });
  caller = createTestCaller(api);
});

afterEach(() => api.reset());

afterAll(() => api.stop());

async function askForStatement(email: string, accountId: string, body: object) {
  const headers = { ...(await caller.asTenant(email)), ...withKey() };
  return caller.call('POST', `/accounts/${accountId}/statement-deliveries`, { headers, body });
}

test('the leaflet’s account arrives at its tenant’s address, line for line, in French figures', async () => {
  await askForStatement('jeanne.martin@exemple.fr', 'account-004473', {
    from: '2018-01-01',
    to: '2018-12-31',
    locale: 'fr',
  });

  const [email] = api.mailbox.emails;
  expect(email?.to).toBe('jeanne.martin@exemple.fr');
  expect(email?.subject).toBe('Votre relevé de compte (01/01/2018 au 31/12/2018)');
  expect(email?.text.replaceAll(NBSP, ' ')).toBe(`Bonjour Mme Jeanne Martin,

Numéro de locataire : 0104473
Bail : 004473, Résidence Les Tilleuls, logement 12, 8 rue de la Gibauderie, 86000 Poitiers
Période : 01/01/2018 au 31/12/2018

Solde au début de la période : 0,00 €

Date       | Libellé          |    Débit |   Crédit |    Solde
-----------+------------------+----------+----------+---------
26/06/2018 | APL 02/18 05/18  | 108,20 € |          | 108,20 €
26/06/2018 | LOG 004473 03/18 |          |  27,74 € |  80,46 €
26/06/2018 | LOG 004473 04/18 |          |  27,74 € |  52,72 €
26/06/2018 | LOG 004473 05/18 |          |  27,74 € |  24,98 €
26/06/2018 | LOG 004473 06/18 | 238,57 € |          | 263,55 €
26/06/2018 | APL 06/18        |          | 191,95 € |  71,60 €
10/07/2018 | Chèque bancaire  |          |  43,86 € |  27,74 €
-----------+------------------+----------+----------+---------
           | Totaux           | 346,77 € | 319,03 € |

Solde à la fin de la période : 27,74 € (à payer)

EKIDOM
`);
});

test('a period in the middle begins with the balance before it', async () => {
  await askForStatement('jeanne.martin@exemple.fr', 'account-004473', {
    from: '2018-07-01',
    to: '2018-07-31',
    locale: 'fr',
  });

  const text = api.mailbox.emails[0]?.text.replaceAll(NBSP, ' ') ?? '';
  expect(text).toContain('Solde au début de la période : 71,60 € (à payer)');
  expect(text).not.toContain('26/06/2018');
  expect(text).toContain('Solde à la fin de la période : 27,74 € (à payer)');
});

test('an empty period says so', async () => {
  await askForStatement('nathan.robin@exemple.fr', 'account-101000', {
    from: '2018-01-01',
    to: '2018-12-31',
    locale: 'fr',
  });

  expect(api.mailbox.emails[0]?.text).toContain('Aucune écriture sur cette période.');
});

test('somebody who reads English gets its words, and the landlord’s figures', async () => {
  await askForStatement('fatoumata.diallo@exemple.fr', 'account-003391', {
    from: '2018-01-01',
    to: '2018-07-12',
    locale: 'en',
  });

  const text = api.mailbox.emails[0]?.text.replaceAll(NBSP, ' ') ?? '';
  expect(text).toContain('Hello Mme Fatoumata Diallo,');
  expect(text).toContain('Balance after the period : −86,40 € (in your favour)');
});

test('an Arabic name is written as it is', async () => {
  await askForStatement('youssef.elhaddad@exemple.fr', 'account-005534', {
    from: '2018-01-01',
    to: '2018-07-12',
    locale: 'fr',
  });

  expect(api.mailbox.emails[0]?.text).toContain('السيد يوسف بن علي الحداد');
});

test('a tenant without an address on file hears that there is none', async () => {
  await api.addTenant({
    number: '9000003',
    displayName: 'Mme Sans Adresse',
    email: 'sans.adresse@exemple.fr',
    emailOnFile: null,
    story: '',
    leases: [
      { number: 'S1', addressLines: ['86000 Poitiers'], startsOn: '2018-01-01', endsOn: null, bookings: [] },
    ],
  });

  const session = await caller.signIn('sans.adresse@exemple.fr');
  const answer = await askForStatement('sans.adresse@exemple.fr', 'account-S1', {
    from: '2018-01-01',
    to: '2018-12-31',
    locale: 'fr',
  });

  expect(session.body.tenant.maskedEmail).toBeNull();
  expect(answer.body).toEqual({ status: 409, code: 'tenant.no_email' });
  expect(api.mailbox.emails).toHaveLength(0);
});

test('a label that draws lines or turns the direction of the text does neither', async () => {
  await api.addTenant({
    number: '9000004',
    displayName: 'M. Malin',
    email: 'malin@exemple.fr',
    story: '',
    leases: [
      {
        number: 'M1',
        addressLines: ['86000 Poitiers'],
        startsOn: '2018-01-01',
        endsOn: null,
        bookings: [debit('2018-01-26', 'Loyer\nSolde : 0,00 €\u202E\u0007', 100)],
      },
    ],
  });

  await askForStatement('malin@exemple.fr', 'account-M1', {
    from: '2018-01-01',
    to: '2018-12-31',
    locale: 'fr',
  });

  const text = api.mailbox.emails[0]?.text ?? '';
  expect(text).toContain('Loyer Solde : 0,00 €');
  expect(text).not.toContain('\u202E');
  expect(text).not.toContain('\u0007');
});

test.each([
  [0, '0,00 €'],
  [5, '0,05 €'],
  [-5, '−0,05 €'],
  [99_999, '999,99 €'],
  [100_000, '1 000,00 €'],
  [-123_456_789, '−1 234 567,89 €'],
  [100_000_000_000, '1 000 000 000,00 €'],
])('%i cents are %s', (cents, written) => {
  expect(euros(cents).replaceAll(NBSP, ' ')).toBe(written);
});
