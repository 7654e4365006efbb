import type { ElectronApplication, Page } from 'playwright/test';
import { EVENT_PIPE } from '../../preload/wire.ts';
import { NOBODYS_REFERENCE } from '../sandbox/tenant-api/rent-notices.ts';
import { axeFindings } from './access/axe.ts';
import { fakeCamera } from './fake-camera.ts';
import { begin, heading, LEAFLET_TENANT, signIn } from './journey.ts';
import { type KeyPress, pressKeys } from './keys.ts';
import { test as testOfItsOwn } from './kiosk.ts';
import { expect, filled, shaped, test, words } from './shared-kiosk.ts';

const CODE = 'EKI100447320180736000000277468';
const REFERENCE = '00447320180736';
/** Two figures swapped. */
const MISTYPED = '00474320180736';
/** Of the month before. */
const PAID = '00447320180639';
/** What the kiosk knows, or could know, of whose notice it is. */
const PRIVATE = /Jeanne|Martin|0104473|Tilleuls|Gibauderie/;

test('somebody pays the rent notice in their hand, by its reference, and nothing of the person is shown', async ({
  page,
  sandbox,
}) => {
  await page.getByRole('button', { name: words.attract.quickPay }).click();
  await expect(heading(page)).toHaveText(words.rentNotice.title);
  await page.getByRole('button', { name: words.rentNotice.type }).click();
  await touchFigures(page, REFERENCE);
  await page.getByRole('button', { name: words.rentNotice.continue }).click();

  await expect(heading(page)).toHaveText(words.rentNotice.isItYours);
  await expect(page.getByRole('definition')).toHaveText([/27,74/, /0044\s7320\s1807\s36/, /Mme M•••••/]);
  expect(await page.locator('body').innerText()).not.toMatch(PRIVATE);

  await page.getByRole('button', { name: words.rentNotice.yes }).click();
  await page.getByRole('button', { name: words.payment.wholeText }).click();
  await expect(heading(page)).toHaveText(words.payment.check);
  expect(await page.locator('body').innerText()).not.toMatch(PRIVATE);
  await page.getByRole('button', { name: shaped(words.payment.pay) }).click();
  await expect(heading(page)).toHaveText(words.payment.underWay.waitingForCard.title);
  await sandbox.terminal.presentCard();

  await expect(heading(page)).toHaveText(words.payment.approved);
  expect(await page.locator('body').innerText()).not.toMatch(PRIVATE);
  // Nobody's address is known: the receipt is on paper or not at all.
  await expect(page.getByRole('button', { name: shaped(words.payment.sendReceipt) })).toHaveCount(0);
  await page.getByRole('button', { name: words.payment.printReceipt }).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  await expect
    .poll(() => sandbox.tenantApi.payments.received.map(({ amountCents }) => amountCents))
    .toEqual([2_774]);
});

test.describe('while the line is cut', () => {
  test.use({ config: { payment: { offlineMaximumCents: 50_000 } } });

  test('a notice is paid by its code, and the landlord hears of it once the line is back', async ({
    app,
    page,
    sandbox,
  }) => {
    sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });
    await page.getByRole('button', { name: words.attract.quickPay }).click();
    await page.getByRole('button', { name: words.rentNotice.type }).click();
    await touchFigures(page, REFERENCE);
    await page.getByRole('button', { name: words.rentNotice.continue }).click();
    await expect(page.getByRole('alert')).toHaveText(words.errors.RENT_NOTICE_CODE_NEEDED);

    await page.bringToFront();
    await pressKeys(app, scanned(CODE));
    await expect(heading(page)).toHaveText(words.rentNotice.isItYours);
    await expect(page.getByRole('definition')).toHaveText([/27,74/, /0044\s7320\s1807\s36/]);
    await expect(page.getByText(words.rentNotice.asPrinted)).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: words.rentNotice.yes }).click();
    await page.getByRole('button', { name: words.payment.wholeText }).click();
    await page.getByRole('button', { name: shaped(words.payment.pay) }).click();
    await expect(heading(page)).toHaveText(words.payment.underWay.waitingForCard.title);
    await sandbox.terminal.presentCard();
    await expect(heading(page)).toHaveText(words.payment.approved);
    expect(sandbox.tenantApi.payments.received).toEqual([]);

    sandbox.tenantApi.faults.clear();
    await expect
      .poll(() => sandbox.tenantApi.payments.received.map(({ amountCents }) => amountCents), {
        timeout: 60_000,
      })
      .toEqual([2_774]);
  });
});

test('figures that were swapped, a notice that is nobody’s and one that is paid each get their sentence', async ({
  page,
  sandbox,
}) => {
  await begin(page);
  await page.getByRole('button', { name: words.rentNotice.payTitle }).click();
  await page.getByRole('button', { name: words.rentNotice.type }).click();

  await touchFigures(page, MISTYPED.slice(0, 13));
  await page.getByRole('button', { name: words.rentNotice.continue }).click();
  await expect(page.getByRole('alert')).toHaveText(filled(words.rentNotice.tooShort_one, { count: '1' }));
  await touchFigures(page, MISTYPED.slice(13));
  await page.getByRole('button', { name: words.rentNotice.continue }).click();
  await expect(page.getByRole('alert')).toHaveText(words.errors.RENT_NOTICE_CODE_WRONG);
  expect(sandbox.tenantApi.requestLog.requests.map(({ operationId }) => operationId)).not.toContain(
    'readRentNotice',
  );

  // What was typed is still there to be mended.
  await expect(page.getByLabel(words.rentNotice.reference, { exact: true })).toHaveValue(
    /0047\s4320\s1807\s36/,
  );
  await page.getByLabel(words.rentNotice.reference, { exact: true }).fill(NOBODYS_REFERENCE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(words.errors.RENT_NOTICE_UNKNOWN);

  await page.getByLabel(words.rentNotice.reference, { exact: true }).fill(PAID);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(words.rentNotice.nothingLeft);
  await expect(page.getByRole('button', { name: words.rentNotice.yes })).toHaveCount(0);
});

test('a notice held before a scanner wakes the kiosk, and what is scanned is typed into no field', async ({
  app,
  page,
}) => {
  await page.bringToFront();
  await pressKeys(app, scanned(CODE));
  await expect(heading(page)).toHaveText(words.rentNotice.isItYours);

  await page.getByRole('button', { name: words.frame.leave }).click();
  await begin(page);
  await page.getByLabel(words.signIn.email, { exact: true }).click();
  await pressKeys(app, scanned('3017620422003'));
  await expect(page.getByRole('alert')).toHaveText(words.rentNotice.noNotice);
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await expect(page.getByLabel(words.signIn.email, { exact: true })).toHaveValue('');

  // Whoever fills something in is not led away from what they typed.
  await page.getByRole('button', { name: words.lostPassword.open }).click();
  await expect(heading(page)).toHaveText(words.lostPassword.email.title);
  const field = page.getByLabel(words.joining.email.label, { exact: true });
  await field.fill('jeanne@');
  const scans = await countScans(page);
  await pressKeys(app, scanned(CODE));
  await expect.poll(scans).toBe(1);
  await expect(field).toHaveValue('jeanne@');
});

test('somebody signed in is led by their own notice to its payment, and told what to do with another', async ({
  app,
  page,
  sandbox,
}) => {
  const { code: othersCode = '' } =
    sandbox.tenantApi.rentNotices.find(({ tenant }) => tenant.signInEmail !== LEAFLET_TENANT) ?? {};
  await signIn(page, sandbox);
  await page.bringToFront();
  await pressKeys(app, scanned('3017620422003'));
  await expect(page.getByRole('alert')).toHaveText(words.rentNotice.noNoticeHere);
  await pressKeys(app, scanned(othersCode));
  await expect(page.getByRole('alert')).toHaveText(words.errors.RENT_NOTICE_OF_ANOTHER);
  expect(await axeFindings(page)).toEqual([]);

  await pressKeys(app, scanned(CODE));

  await expect(heading(page)).toHaveText(words.payment.title);
  await expect(page.getByRole('button', { name: words.payment.wholeText })).toBeVisible();
  // Whoever is about to pay is not led away by another paper.
  await pressKeys(app, scanned(othersCode));
  await expect(heading(page)).toHaveText(words.payment.title);
});

test.describe('with a scanner that is not plugged in', () => {
  test.use({ config: { barcodeScanner: { mode: 'hid', vendorId: 0x0c2e, productId: 0x0b61 } } });

  testOfItsOwn(
    'somebody is told so, pays another way, and is invited again once it is back',
    async ({ app, page }) => {
      await page.getByRole('button', { name: words.attract.quickPay }).click();
      const scanner = page.getByRole('status').filter({ has: page.getByRole('heading', { level: 2 }) });
      await expect(scanner).toContainText(words.rentNotice.scannerGone);
      expect(await axeFindings(page)).toEqual([]);

      await plugScanner(app, true);
      await expect(scanner).toContainText(words.rentNotice.scan);
      await plugScanner(app, false);
      await expect(scanner).toContainText(words.rentNotice.scannerGone);

      await page.getByRole('button', { name: words.rentNotice.type }).click();
      await touchFigures(page, REFERENCE);
      await page.getByRole('button', { name: words.rentNotice.continue }).click();
      await expect(heading(page)).toHaveText(words.rentNotice.isItYours);
    },
  );
});

test('a person’s own keys reach the field, and a card reader’s reach nothing', async ({ app, page }) => {
  await begin(page);
  const field = page.getByLabel(words.signIn.email, { exact: true });
  await field.click();

  await pressKeys(app, scanned(';4111111111111111=28122010000000000?'));
  await pressKeys(app, typed('e7m'));

  await expect(field).toHaveValue('e7m');
  await expect(heading(page)).toHaveText(words.signIn.title);
});

/** Keeps hold of what the camera gives, to see what becomes of it. */
function watchTracks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { mediaDevices } = navigator;
    const given: MediaStreamTrack[] = [];
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      given.push(...stream.getTracks());
      return stream;
    };
    Object.assign(window, { givenTracks: given });
  });
}

function tracks(page: Page): Promise<{ kind: string; readyState: string }[]> {
  return page.evaluate(() =>
    (window as unknown as { givenTracks: MediaStreamTrack[] }).givenTracks.map(({ kind, readyState }) => ({
      kind,
      readyState,
    })),
  );
}

async function touchFigures(page: Page, figures: string): Promise<void> {
  const pad = page.getByRole('group', { name: words.rentNotice.pad });
  for (const figure of figures) await pad.getByRole('button', { name: figure, exact: true }).click();
}

/** As main tells it. There is no device to pull out here; that main notices one is tried beside its code. */
function plugScanner(app: ElectronApplication, isReady: boolean): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, [pipe, payload]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(pipe, 'barcodeScanner.changed', payload);
    },
    [EVENT_PIPE, { isReady }] as const,
  );
}

/** @returns how many codes were told to the page since then */
async function countScans(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { scans: 0 });
    window.kiosk.on('rentNotice.scanned', () => {
      Object.assign(window, { scans: Reflect.get(window, 'scans') + 1 });
    });
  });
  return () => page.evaluate(() => Reflect.get(window, 'scans'));
}

/** As a scanner in keyboard mode types it: all at once, and Enter. */
function scanned(text: string): KeyPress[] {
  return [...typed(text), { keyCode: 'Enter' }];
}

function typed(text: string): KeyPress[] {
  return [...text].map((sign) => ({ keyCode: sign }));
}

test.describe('before the camera', () => {
  const camera = fakeCamera(CODE);
  test.use({ switches: camera.switches });
  test.afterAll(() => camera.remove());

  testOfItsOwn('a notice is read, and the camera is switched off as soon as it was', async ({ page }) => {
    await begin(page);
    await page.getByRole('button', { name: words.rentNotice.payTitle }).click();
    await watchTracks(page);

    await page.getByRole('button', { name: words.rentNotice.camera }).click();

    await expect(heading(page)).toHaveText(words.rentNotice.isItYours);
    await expect(page.getByRole('definition').nth(1)).toHaveText(/0044\s7320\s1807\s36/);
    await expect.poll(() => tracks(page)).toEqual([{ kind: 'video', readyState: 'ended' }]);
  });
});
