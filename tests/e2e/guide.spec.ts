import { readdirSync } from 'node:fs';
import { deskWords, mirrorOn, openDesk, startGuiding } from './desk.ts';
import { begin, enterCredentials, heading, LEAFLET_TENANT, openWithoutSigningIn } from './journey.ts';
import { expect, filled, test, words } from './shared-kiosk.ts';

const { guide } = words;

test('somebody at the desk guides the person at the kiosk, who accepts, follows, answers and ends it', async ({
  page,
  sandbox,
}) => {
  const desk = await openDesk(sandbox);
  try {
    await begin(page);
    await openWithoutSigningIn(page);

    await startGuiding(page, desk.page);

    const mirror = mirrorOn(desk.page);
    await expect(mirror.getByRole('heading', { level: 1 })).toHaveText(words.withoutSigningIn.title);

    // The desk points, suggests and writes; the person sees it, and walks themselves.
    const tile = mirror.getByRole('button', { name: words.information.numbersTileText });
    const box = await tile.boundingBox();
    if (!box) throw new Error('the tile is not in the mirror');
    await desk.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await desk.page.mouse.down();
    await expect(page.locator('.guide-pointed__frame')).toBeVisible();
    await expect(page.locator('.guide-pointed__mark')).toBeVisible();

    await desk.page.getByLabel(deskWords.write).fill('Regardez <b>ici</b>');
    await desk.page.getByRole('button', { name: deskWords.send }).click();
    await expect(page.getByText('Regardez <b>ici</b>')).toBeVisible();
    await page.getByRole('button', { name: guide.read }).click();

    await desk.page.getByLabel(deskWords.suggest).selectOption('usefulNumbers');
    await desk.page.getByRole('button', { name: deskWords.suggestSend }).click();
    await expect(page.getByText(filled(guide.suggests, { page: guide.pages.usefulNumbers }))).toBeVisible();
    await page.getByRole('button', { name: guide.go }).click();
    await expect(heading(page)).toHaveText(words.information.numbers.title);
    await expect(mirror.getByRole('heading', { level: 1 })).toHaveText(words.information.numbers.title);
    await expect(desk.page.getByText(deskWords.accepted)).toBeVisible();

    await page.getByRole('button', { name: guide.reply }).click();
    await page.getByRole('button', { name: guide.sentences.thanks }).click();
    await expect(desk.page.getByText(guide.sentences.thanks)).toBeVisible();

    // A page that is not to be had signed out is not gone to.
    await desk.page.getByLabel(deskWords.suggest).selectOption('account');
    await desk.page.getByRole('button', { name: deskWords.suggestSend }).click();
    await page.getByRole('button', { name: guide.go }).click();
    await expect(desk.page.getByText(deskWords.notHere)).toBeVisible();

    // A password concerns nobody else.
    await page.getByRole('button', { name: words.frame.back, exact: true }).click();
    await page.getByRole('button', { name: words.frame.back, exact: true }).click();
    await expect(heading(page)).toHaveText(words.signIn.title);
    await expect(page.getByText(guide.alone)).toBeVisible();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.alone);
    await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
    // Signed in, there is more to see: they are asked again, and nobody sees anything meanwhile.
    const again = page.getByRole('alertdialog', {
      name: filled(guide.consentSignedIn.title, { name: 'Claire D.' }),
    });
    await expect(again).toBeVisible();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.alone);
    const { sentByKiosks } = sandbox.tenantApi.guideSessions;
    expect(sentByKiosks.slice(sentByKiosks.lastIndexOf('"isAlone":true'))).not.toContain('"mirror"');
    await again.getByRole('button', { name: guide.consentSignedIn.accept }).click();
    await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.live);
    await expect(mirror.getByRole('button', { name: words.home.accountText })).toBeVisible();

    await page.getByRole('button', { name: guide.stop }).click();
    await expect(page.getByText(guide.ended.person)).toBeVisible();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.over);

    // Who guided them, where they let themselves be led, and how it ended, is the landlord's to know.
    const byClaire = () =>
      sandbox.tenantApi.auditTrail.entries
        .filter(({ entry }) => entry.staffId === 'staff-claire-dubois' && entry.consent === 'onScreen')
        .map(({ entry }) => [entry.action, entry.subject, entry.tenantNumber]);
    await expect.poll(byClaire).toEqual([
      ['guideAccepted', null, null],
      ['guideSuggestion', 'usefulNumbers', null],
      ['session.signIn', 'alone', null],
      ['guideAcceptedSignedIn', null, '0104473'],
      ['guideEnded', 'person', '0104473'],
    ]);

    // And the person's own: they may take it home.
    await page.getByRole('button', { name: words.assistance.tools.summary }).click();
    await expect(page.getByRole('row')).toHaveText([
      new RegExp(words.assistance.summary.what),
      new RegExp(`${words.assistance.acts.guideAccepted}.*Claire D\\.`),
      new RegExp(words.assistance.acts.guideSuggestion),
      // What they did themselves meanwhile, with nobody looking on.
      new RegExp(`${words.assistance.acts.session.signIn}.*${words.assistance.summary.alone}`),
      new RegExp(words.assistance.acts.guideAcceptedSignedIn),
      new RegExp(words.assistance.acts.guideEnded),
    ]);
    await page.getByRole('button', { name: words.assistance.summary.print }).click();
    await expect.poll(() => readdirSync(sandbox.printedFolder)).toHaveLength(1);
  } finally {
    await desk.close();
  }
});

test('a line that is cut on either side is told on both, shows nothing meanwhile, and comes back whole', async ({
  page,
  sandbox,
}) => {
  const { guideSessions } = sandbox.tenantApi;
  const desk = await openDesk(sandbox);
  const mirror = mirrorOn(desk.page);
  const title = mirror.getByRole('heading', { level: 1 });
  try {
    await begin(page);
    await openWithoutSigningIn(page);
    await startGuiding(page, desk.page);
    await expect(title).toHaveText(words.withoutSigningIn.title);

    guideSessions.cutLines('kiosk');
    await expect(page.getByText(filled(guide.deskAway, { name: 'Claire D.' }))).toBeVisible();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.kioskAway);
    await expect(desk.page.locator('.guiding__picture')).toBeHidden();
    await page.getByRole('button', { name: words.information.numbersTileText }).click();
    // Both find each other again by themselves, and what happened meanwhile is seen.
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.live);
    await expect(title).toHaveText(words.information.numbers.title);
    await expect(page.getByText(filled(guide.deskAway, { name: 'Claire D.' }))).toBeHidden();

    guideSessions.cutLines('desk');
    await expect(page.getByText(filled(guide.deskAway, { name: 'Claire D.' }))).toBeVisible();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.live);
    await expect(title).toHaveText(words.information.numbers.title);

    // The person leaves: it is over with them, for whoever sits at the desk as well.
    await page.getByRole('button', { name: words.frame.leave }).click();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.over);
    await expect(desk.page.locator('.guiding__picture')).toBeHidden();
    await expect(page.locator('.guide-banner')).toBeHidden();
  } finally {
    await desk.close();
  }
});

test('whoever signs in while they are guided may say no: the desk has seen nothing of their account', async ({
  page,
  sandbox,
}) => {
  const { guideSessions } = sandbox.tenantApi;
  const desk = await openDesk(sandbox);
  try {
    await begin(page);
    await startGuiding(page, desk.page);
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.alone);
    await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);

    await page.getByRole('button', { name: guide.consentSignedIn.decline }).click();
    await expect(page.getByText(guide.ended.person)).toBeVisible();
    await expect(desk.page.getByRole('status')).toHaveText(deskWords.over);
    await page.getByRole('button', { name: guide.understood }).click();
    await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();

    expect(guideSessions.sentByKiosks).not.toContain(words.home.accountText);
    await expect
      .poll(() => sandbox.tenantApi.auditTrail.entries.map(({ entry }) => [entry.action, entry.consent]))
      .toEqual([
        ['guideAccepted', 'onScreen'],
        ['session.signIn', 'onScreen'],
        ['guideDeclinedSignedIn', 'declined'],
        ['guideEnded', 'declined'],
      ]);
  } finally {
    await desk.close();
  }
});
