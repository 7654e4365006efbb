import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { photoHeic } from '../../main/documents/testing/sample-files.ts';
import type { NewFault } from '../sandbox/tenant-api/faults.ts';
import { tellPage } from './access/every-screen.ts';
import { ask } from './ask.ts';
import { CLAIRE, presentBadge, typePin } from './badge.ts';
import { begin, heading, openWithoutSigningIn, signIn } from './journey.ts';
import { expect, filled, isolated, shaped, test, words } from './shared-kiosk.ts';

const { requests: t, followUps, documents } = words;
const mountFolder = mkdtempSync(join(tmpdir(), 'usb-keys-'));
const AWAY: NewFault = { effect: { kind: 'cut', moment: 'beforeEffect' } };
/** Two scripts, an emoji of several signs, controls, a direction turned around, blanks and lines. */
const TEXT = ' Bonjour,\nلا يوجد ماء 👩‍👧 \u0007\u001b[31m\u202e21 fin ';

test.use({ config: { usbKeys: { mountFolder } } });
test.afterAll(() => rmSync(mountFolder, { recursive: true, force: true }));

test('a tenant sees their requests with nature, date, state and follow-up, and each in detail', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openRequests(page, t.tiles.list);

  const leak = page.getByRole('button', { name: 'D-2018-0412' });
  await expect(leak).toContainText(filled(t.about, { nature: t.natures.dwelling, topic: t.topics.water }));
  await expect(leak).toContainText('08/07/2018');
  await expect(leak).toContainText(t.statuses.answered);
  await expect(leak).toContainText('Réparé le 10 juillet.');
  await leak.click();

  await expect(page.getByRole('list', { name: t.detail.thread }).getByRole('listitem')).toHaveCount(4);
  await expect(page.getByText('Je suis là tous les matins.')).toBeVisible();
  await expect(page.getByText('Le joint a été changé ce matin.')).toBeVisible();
  await expect(page.getByText(t.places.bathroom, { exact: true })).toBeVisible();
});

test('a thread of a hundred long messages is read to its last line', async ({ page, sandbox }) => {
  const { requests } = sandbox.tenantApi;
  for (const number of Array(100).keys()) {
    requests.add('request-D-2018-0412', {
      ...{ id: `long-${number}`, from: 'tenant', author: null, attachmentCount: 0 },
      writtenAt: '2018-07-11T08:00:00.000Z',
      text: `${'لا يوجد ماء ساخن '.repeat(120)}${'x'.repeat(1_900)} ${number}`,
    });
  }
  await signIn(page, sandbox);
  await openRequests(page, t.tiles.list);
  await button(page, 'D-2018-0412').click();

  const messages = page.getByRole('list', { name: t.detail.thread }).getByRole('listitem');
  await expect(messages).toHaveCount(104);
  await messages.last().scrollIntoViewIfNeeded();

  await expect(page.getByText(/x 99$/)).toBeVisible();
  await expect(heading(page)).toBeVisible();
});

test('a tenant writes a request: whom to call first, a document, an acknowledgement on screen, by SMS and on paper', async ({
  app,
  page,
  sandbox,
}) => {
  plugIn();
  await signIn(page, sandbox);
  await openRequests(page, t.tiles.write);
  await button(page, t.natureTexts.dwelling).click();
  await button(page, t.topics.water).click();
  await expect(heading(page)).toHaveText(t.urgent.title);
  await expect(page.getByText(t.urgent.cases.water.text)).toBeVisible();
  await button(page, t.urgent.goOn).click();
  await button(page, t.places.kitchen).click();

  await page.getByLabel(t.text.label).fill(TEXT);
  await page.locator('[data-skbtn="{enter}"]').click();
  await page.locator('[data-skbtn="a"]').click();
  await page.getByLabel(t.text.label).press('Enter');
  await stepAwayForAWhile(app, page);
  await button(page, words.frame.back).click();
  await expect(heading(page)).toHaveText(t.form.title);
  await button(page, t.places.bathroom).click();
  await expect(page.getByLabel(t.text.label)).toHaveValue(`${TEXT}\na\n`);
  await button(page, t.form.next).click();

  await button(page, t.attachments.add).click();
  await button(page, documents.key).click();
  await button(page, 'fuite.heic').click();
  await button(page, t.attachments.keep).click();
  await expect(page.getByText(filled(t.attachments.one_one, { number: '1', count: '1' }))).toBeVisible();
  await page
    .getByRole('radio', { name: filled(t.summary.bySms, { mobile: isolated('06 •• •• •• 78') }) })
    .click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.sent.transmitted)).toBeVisible();
  await expect(page.getByText(shaped(t.sent.reference))).toContainText(/D-\d{4}-0501/);
  await button(page, t.print).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);

  const [written] = sandbox.tenantApi.requests.ofAccount('account-004473');
  expect(written).toMatchObject({
    nature: 'dwelling',
    topic: 'water',
    place: 'bathroom',
    text: `${TEXT}\na\n`,
    attachmentCount: 1,
  });
  expect(sandbox.tenantApi.documents.all().map(({ kind }) => kind)).toEqual(['requestProof']);
  expect(sandbox.tenantApi.mailbox.emails.map(({ to, subject }) => [to, subject])).toEqual([
    ['+33612345678', 'SMS'],
  ]);
});

test('a staff member writes a request for a tenant and attaches a picture: who, for whom and with which consent is kept', async ({
  app,
  page,
  sandbox,
}) => {
  const { assistance } = words;
  const { tenantApi } = sandbox;
  const outcomes = () =>
    tenantApi.auditTrail.entries.map(({ entry }) => `${entry.action} ${entry.subject} ${entry.consent}`);
  plugIn();
  await signIn(page, sandbox);
  await presentBadge(app, CLAIRE.badgeNumber);
  await typePin(page, CLAIRE.pin);
  await expect(button(page, assistance.consent.orally)).toBeVisible();
  expect(await ask(page, 'document.listKey', undefined)).toMatchObject({
    error: { code: 'CONSENT_NEEDED' },
  });
  await button(page, assistance.consent.orally).click();

  await openRequests(page, t.tiles.write);
  await button(page, t.natureTexts.question).click();
  await page.getByLabel(t.text.label).fill('Le voisin fait des travaux la nuit, dit-elle.');
  await button(page, t.form.next).click();
  await button(page, t.attachments.add).click();
  await button(page, documents.key).click();
  await button(page, 'fuite.heic').click();
  await button(page, t.attachments.keep).click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.sent.transmitted)).toBeVisible();

  expect(tenantApi.requests.ofAccount('account-004473')[0]).toMatchObject({
    nature: 'question',
    text: 'Le voisin fait des travaux la nuit, dit-elle.',
    attachmentCount: 1,
  });
  expect(tenantApi.documents.all().map(({ kind }) => kind)).toEqual(['requestProof']);

  // Her badge lay there for this help only: shown once more, it opens nothing without the PIN.
  await button(page, assistance.banner.stop).click();
  expect(await ask(page, 'assist.readBadge', undefined)).toEqual({ name: 'none' });
  expect(await ask(page, 'assist.signIn', { name: null, pin: CLAIRE.pin })).toMatchObject({
    error: { code: 'BADGE_NEEDED' },
  });
  await presentBadge(app, CLAIRE.badgeNumber);
  await expect.poll(() => ask(page, 'assist.readBadge', undefined)).toEqual({ name: 'presented' });
  expect(await ask(page, 'session.read', undefined)).toMatchObject({ state: 'tenant', assistance: null });

  await expect
    .poll(outcomes)
    .toEqual([
      'signedIn here asked',
      'consentGiven null orally',
      'request.write null orally',
      'consentWithdrawn null declined',
      'ended person orally',
    ]);
  const written = tenantApi.auditTrail.entries.find(({ entry }) => entry.action === 'request.write');
  expect(written?.entry).toMatchObject({ staffId: 'staff-claire-dubois', tenantNumber: '0104473' });
  expect(JSON.stringify(tenantApi.auditTrail.entries)).not.toContain('travaux');
});

test('a tenant reports what neighbours do, without being named, and what is broken in the hall', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openRequests(page, t.tiles.write);
  await button(page, t.natureTexts.incivility).click();
  await button(page, t.topics.noise).click();
  // Who learns of it is said before anything is written.
  await expect(page.getByText(t.anonymity.whoKnows)).toBeVisible();
  await button(page, t.anonymity.anonymousText).click();
  await expect(page.getByText(t.text.leadIncivility)).toBeVisible();
  await page.getByLabel(t.text.label).fill('Musique toutes les nuits.');
  await button(page, t.form.next).click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.sent.transmitted)).toBeVisible();
  await button(page, words.statement.backHome).click();

  await openRequests(page, t.tiles.write);
  await button(page, t.natureTexts.commonAreas).click();
  await button(page, t.topics.door).click();
  await button(page, t.places.hall).click();
  await page.getByLabel(t.text.label).fill('La porte ne ferme plus.');
  await button(page, t.form.next).click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.sent.transmitted)).toBeVisible();

  expect(sandbox.tenantApi.requests.ofAccount('account-004473').slice(0, 2)).toMatchObject([
    { nature: 'commonAreas', topic: 'door', place: 'hall', isAnonymous: false },
    { nature: 'incivility', topic: 'noise', place: null, isAnonymous: true },
  ]);
});

test('a tenant adds to a request, says that the answer did not settle it, and then that it did', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openRequests(page, t.tiles.list);
  await button(page, 'D-2018-0412').click();

  await button(page, t.detail.reply).click();
  await page.getByLabel(t.reply.label).fill('Je serai absente jeudi.');
  await button(page, t.form.next).click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.wordSent.reply.transmitted)).toBeVisible();
  await button(page, t.wordSent.toRequest).click();
  await expect(page.getByText('Je serai absente jeudi.')).toBeVisible();

  await button(page, t.settle.no).click();
  await page.getByLabel(t.notSettled.label).fill('Ça goutte encore.');
  await button(page, t.form.next).click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.wordSent.notSettled.transmitted)).toBeVisible();
  await button(page, t.wordSent.toRequest).click();
  await expect(page.getByText(t.statuses.inProgress, { exact: true })).toBeVisible();
  await expect(page.getByText('Ça goutte encore.')).toBeVisible();

  sandbox.tenantApi.requests.setStatus('request-D-2018-0412', 'answered', null);
  await button(page, words.frame.back).click();
  await button(page, 'D-2018-0412').click();
  await button(page, t.settle.yes).click();
  await expect(page.getByText(t.wordSent.settled.transmitted)).toBeVisible();
  expect(sandbox.tenantApi.requests.withId('request-D-2018-0412')?.status).toBe('settled');
});

test('a tenant finds their last actions, and what waits on this kiosk while the landlord is away', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await openRequests(page, followUps.tile);
  const row = (kind: string) => page.getByRole('row').filter({ hasText: kind });
  await expect(row(followUps.kinds.payment)).toContainText(/43,86/);
  await expect(row(followUps.kinds.payment)).toContainText(followUps.states.done);
  await expect(row(followUps.kinds.directDebit)).toHaveCount(1);
  await expect(row(followUps.kinds.insuranceCertificate)).toHaveCount(1);
  await button(page, words.frame.back).click();

  sandbox.tenantApi.faults.set('all', AWAY);
  await button(page, t.tiles.write).click();
  await button(page, t.natureTexts.question).click();
  await page.getByLabel(t.text.label).fill('Puis-je avoir une deuxième clé ?');
  await button(page, t.form.next).click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.sent.saved)).toBeVisible();
  await expect(page.getByText(shaped(t.sent.number))).toBeVisible();
  await button(page, t.sent.toList).click();
  await expect(page.getByText(t.list.onlyHere)).toBeVisible();
  await expect(page.getByText(t.statuses.waiting)).toBeVisible();
  await button(page, words.frame.back).click();
  await button(page, followUps.tile).click();
  await expect(row(followUps.kinds.request)).toContainText(followUps.states.saved);
  await expect(page.getByText(followUps.onlyHere)).toBeVisible();
});

test('somebody who cannot sign in asks for help with their online account, and is called back', async ({
  page,
  sandbox,
}) => {
  const openAssistance = async () => {
    await begin(page);
    await openWithoutSigningIn(page);
    await button(page, t.tiles.assistance).click();
  };
  await openAssistance();
  await page.getByLabel(t.text.label).fill('À moitié écrit');
  await button(page, words.frame.leave).click();
  await openAssistance();
  await expect(page.getByLabel(t.text.label)).toHaveValue('');

  await page.getByLabel(t.text.label).fill('Je ne reçois pas l’e-mail.');
  await button(page, t.form.next).click();
  await page.getByLabel(t.person.name).fill('Jeanne Martin');
  await page.getByLabel(t.person.number).fill('0104473');
  await button(page, t.form.next).click();
  await page.getByLabel(t.reach.phoneLabel).fill('06 12');
  await button(page, t.form.next).click();
  await expect(page.getByRole('alert')).toHaveText(t.reach.phoneWrong);
  await page.getByLabel(t.reach.phoneLabel).fill('06 12 34 56 78');
  await button(page, t.form.next).click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.assistance.transmitted)).toBeVisible();
  const number = /[0-9A-F]{4}-[0-9A-F]{4}/.exec(await page.getByText(shaped(t.sent.number)).innerText())?.[0];

  const unsigned = sandbox.tenantApi.requests.unsigned();
  expect(unsigned).toMatchObject([
    {
      nature: 'onlineAccount',
      text: 'Je ne reçois pas l’e-mail.',
      from: { name: 'Jeanne Martin', tenantNumber: '0104473', phone: '06 12 34 56 78', email: null },
    },
  ]);
  expect(unsigned[0]?.id.toUpperCase().endsWith(number?.replace('-', '') ?? '?')).toBe(true);
});

test('somebody writes a request without signing in while the line is cut; it goes by itself, and they hear of it', async ({
  page,
  sandbox,
}) => {
  sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });
  await begin(page);
  await openWithoutSigningIn(page);
  await button(page, t.tiles.unsignedText).click();
  await button(page, t.natures.question).click();
  await page.getByLabel(t.text.label).fill('Quand passe le jardinier ?');
  await button(page, t.form.next).click();
  await page.getByLabel(t.person.name).fill('Odile Petit');
  await button(page, t.form.next).click();
  await page.getByRole('radio', { name: t.reach.email }).click();
  await page.getByLabel(t.reach.emailLabel).fill('odile.petit@exemple.fr');
  await button(page, t.form.next).click();
  await button(page, t.summary.send).click();
  await expect(page.getByText(t.sent.saved)).toBeVisible();
  expect(sandbox.tenantApi.requests.unsigned()).toEqual([]);
  await button(page, t.assistance.done).click();

  sandbox.tenantApi.faults.clear();
  await expect
    .poll(() => sandbox.tenantApi.requests.unsigned(), { timeout: 60_000 })
    .toMatchObject([
      { nature: 'question', text: 'Quand passe le jardinier ?', from: { name: 'Odile Petit' } },
    ]);
  await expect
    .poll(() => sandbox.tenantApi.mailbox.emails.map(({ to }) => to))
    .toEqual(['odile.petit@exemple.fr']);
});

function button(page: Page, name: string) {
  return page.getByRole('button', { name });
}

async function openRequests(page: Page, tile: string): Promise<void> {
  await button(page, words.menus.requests.text).click();
  await button(page, tile).click();
}

function plugIn(): void {
  const key = join(mountFolder, 'sdb1');
  mkdirSync(key, { recursive: true });
  writeFileSync(join(key, 'fuite.heic'), photoHeic());
}

/** The idle warning, and back. */
async function stepAwayForAWhile(app: ElectronApplication, page: Page): Promise<void> {
  const warning = page.getByRole('alertdialog', { name: words.idle.title });
  const snapshot = await page.evaluate(() => window.kiosk.call('session.read', undefined));
  if (snapshot.state !== 'tenant') throw new Error(`somebody who writes is in ${snapshot.state}`);
  await tellPage(app, 'session.changed', { ...snapshot, idleWarningSeconds: 45 });
  await expect(warning).toBeVisible();
  await tellPage(app, 'session.changed', snapshot);
  await expect(warning).toHaveCount(0);
}
