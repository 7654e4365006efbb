import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { activePdf, encryptedPdf, photoHeic } from '../../main/documents/testing/sample-files.ts';
import { startScanner } from '../sandbox/scanner/scanner.ts';
import type { NewFault } from '../sandbox/tenant-api/faults.ts';
import { fakeCamera } from './fake-camera.ts';
import { begin, finish, heading, openMenu, openWithoutSigningIn, signIn } from './journey.ts';
import { attractScreen, configure, test as testOfItsOwn } from './kiosk.ts';
import { expect, filled, isolated, test, words } from './shared-kiosk.ts';
import { letTelephonesSend, readCode, send } from './telephone.ts';

const { documents, errors, frame } = words;
const mountFolder = mkdtempSync(join(tmpdir(), 'usb-keys-'));
const key = join(mountFolder, 'sdb1');
const AWAY: NewFault = { effect: { kind: 'cut', moment: 'beforeEffect' } };

test.use({
  config: {
    usbKeys: { mountFolder },
    scanner: { driver: 'sane', device: 'test', options: ['-x', '105', '-y', '148'] },
  },
});
test.beforeEach(() => rmSync(key, { recursive: true, force: true }));
test.afterAll(() => rmSync(mountFolder, { recursive: true, force: true }));

test('papers from a key and from the scanner reach the landlord as one clean document', async ({
  page,
  sandbox,
}) => {
  const secret = 'Dupont-1234';
  plugIn({
    'attestation.pdf': await activePdf(secret),
    'ouvrez-moi.pdf': await encryptedPdf(),
    'virus.pdf': 'MZ',
    'Photos/compteur.heic': photoHeic(),
  });
  await signIn(page, sandbox);
  await startHandIn(page);
  await expect(heading(page)).toHaveText(documents.about.insuranceCertificate.title);

  await chooseFromKey(page, 'ouvrez-moi.pdf');
  await expect(page.getByRole('alert')).toHaveText(errors.DOCUMENT_ENCRYPTED);
  await expect(page.getByRole('button', { name: documents.send })).toHaveCount(0);
  await chooseFromKey(page, 'attestation.pdf');
  await expect(picture(page, 1)).toBeVisible();
  await chooseFromKey(page, 'compteur.heic');
  await expect(picture(page, 2)).toBeVisible();
  await page.getByRole('button', { name: documents.scanMore }).click();
  await expect(picture(page, 3)).toBeVisible();
  await page.getByRole('button', { name: filled(documents.remove, { number: '2' }) }).click();
  await expect(picture(page, 3)).toHaveCount(0);
  await page.getByRole('button', { name: documents.send }).click();
  await expect(page.getByText(documents.sent.transmitted)).toBeVisible();

  const [received, ...others] = sandbox.tenantApi.documents.all();
  const file = join(mountFolder, 'received.pdf');
  writeFileSync(file, received?.pdf ?? '');
  expect(others).toEqual([]);
  expect(received?.pageCount).toBe(2);
  expect(received?.kind).toBe('insuranceCertificate');
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/JavaScript: +no/);
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages: +2/);
  expect(Buffer.from(received?.pdf ?? '').includes(secret)).toBe(false);
  await finish(page);
});

test('a key that is pulled out is said to be gone, and what was not sent goes with its person', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await startHandIn(page);
  await page.getByRole('button', { name: documents.key }).click();
  await expect(page.getByText(documents.keyNone)).toBeVisible();
  plugIn({ 'photo.heic': photoHeic() });
  await page.getByRole('button', { name: documents.lookAgain }).click();
  await expect(page.getByRole('button', { name: 'photo.heic' })).toBeVisible();

  rmSync(key, { recursive: true });
  await page.getByRole('button', { name: 'photo.heic' }).click();
  await expect(page.getByRole('alert')).toHaveText(errors.USB_KEY_GONE);
  plugIn({ 'photo.heic': photoHeic() });
  await chooseFromKey(page, 'photo.heic');
  await expect(picture(page, 1)).toBeVisible();
  await finish(page);

  await signIn(page, sandbox);
  await startHandIn(page);
  await expect(page.getByRole('button', { name: documents.scan })).toBeVisible();
  await expect(picture(page, 1)).toHaveCount(0);
  expect(sandbox.tenantApi.documents.all()).toEqual([]);
  await page.getByRole('button', { name: frame.back, exact: true }).click();
});

testOfItsOwn(
  'a photo from a telephone is handed in, and its page is open no longer than it is needed',
  async ({ sandbox, startKiosk }) => {
    letTelephonesSend(sandbox);
    const app = await startKiosk();
    const page = await attractScreen(app);
    await signIn(page, sandbox);
    await startHandIn(page);

    sandbox.tenantApi.faults.set('createUploadSlot', AWAY);
    await page.getByRole('button', { name: documents.phone }).click();
    await expect(page.getByRole('alert')).toHaveText(errors.API_UNREACHABLE);
    sandbox.tenantApi.faults.clear();
    await page.getByRole('button', { name: documents.phoneNewCode }).click();
    await expect(page.getByText(documents.phonePhases.waiting)).toBeVisible();
    const left = await readCode(app, page);
    await page.getByRole('button', { name: documents.phoneOtherWay }).click();
    await expect(page.getByRole('button', { name: documents.scan })).toBeVisible();
    await expect.poll(async () => (await fetch(left)).status).toBe(404);

    await page.getByRole('button', { name: documents.phone }).click();
    await expect(page.getByText(documents.phonePhases.waiting)).toBeVisible();
    const address = await readCode(app, page);
    await expect(page.getByText(address)).toBeVisible();
    sandbox.tenantApi.faults.set('readUploadSlot', AWAY);
    await expect(page.getByRole('alert')).toHaveText(documents.phoneUnreachable);
    sandbox.tenantApi.faults.clear();
    await fetch(address);
    await expect(page.getByText(documents.phonePhases.opened)).toBeVisible();
    await send(address, { 'photo.heic': photoHeic(), 'virus.jpg': Buffer.from('MZ') });
    await expect(picture(page, 1)).toBeVisible();
    const refusal = { number: '2', reason: errors.DOCUMENT_KIND_UNKNOWN };
    await expect(page.getByRole('alert')).toHaveText(filled(documents.phoneRefused, refusal));
    expect((await fetch(address)).status).toBe(404);
    await page.getByRole('button', { name: documents.send }).click();
    await expect(page.getByText(documents.sent.transmitted)).toBeVisible();
    expect(sandbox.tenantApi.documents.all().map(({ pageCount }) => pageCount)).toEqual([1]);

    await page.getByRole('button', { name: documents.sent.another }).click();
    await page.getByRole('button', { name: documents.about.identity.word }).click();
    await page.getByRole('button', { name: documents.phone }).click();
    await expect(page.getByText(documents.phonePhases.waiting)).toBeVisible();
    const forgotten = await readCode(app, page);
    await finish(page);
    await expect.poll(async () => (await fetch(forgotten)).status).toBe(404);
  },
);

test.describe('at another kiosk', () => {
  const camera = fakeCamera('a paper');
  test.use({ switches: camera.switches, config: { documentCamera: true } });
  test.afterAll(() => camera.remove());

  testOfItsOwn(
    'sheets from the feeder of a scanner in the network, until one gets stuck',
    async ({ sandbox, startKiosk }) => {
      const scanner = await startScanner({ sheetsInFeeder: 3 });
      configure(sandbox, { scanner: { driver: 'escl', url: scanner.url } });
      const page = await attractScreen(await startKiosk());
      await signIn(page, sandbox);
      await startHandIn(page);

      scanner.setFault({ kind: 'jam', afterSheets: 2 });
      await page.getByRole('button', { name: documents.scan }).click();
      await expect(page.getByRole('alert')).toHaveText(
        `${errors.SCANNER_JAMMED} ${filled(documents.keptSoFar_other, { count: '2' })}`,
      );
      await expect(picture(page, 2)).toBeVisible();

      scanner.setFault({ kind: 'warmingUp', times: 100 });
      scanner.load(2);
      await page.getByRole('button', { name: documents.scanMore }).click();
      await page.getByRole('button', { name: documents.scanStop }).click();
      await expect(page.getByRole('button', { name: documents.scanMore })).toBeVisible();
      await expect(picture(page, 3)).toHaveCount(0);
      expect(scanner.look()).toMatchObject({ isBusy: false, sheetsInFeeder: 2 });

      await page.getByRole('button', { name: documents.send }).click();
      await expect(page.getByText(documents.sent.transmitted)).toBeVisible();
      expect(sandbox.tenantApi.documents.all().map(({ pageCount }) => pageCount)).toEqual([2]);
      await scanner.stop();
    },
  );

  testOfItsOwn('a paper is photographed and sent', async ({ page, sandbox }) => {
    await signIn(page, sandbox);
    await startHandIn(page);
    await page.getByRole('button', { name: documents.camera }).click();
    await expect(heading(page)).toHaveText(documents.cameraTitle);
    await page.getByRole('button', { name: documents.capture }).click();
    await expect(heading(page)).toHaveText(documents.adjustTitle);
    await expect(page.locator('video')).toHaveCount(0);
    await dragCorner(page, documents.corners.upperLeft, { x: 60, y: 90 });
    await page.getByRole('button', { name: documents.turnPicture }).click();
    await moveByKeys(page, documents.corners.lowerLeft, 'ArrowUp');
    await page.getByRole('button', { name: documents.keepPicture }).click();
    await expect(picture(page, 1)).toBeVisible();
    // An upright sheet that was turned to its side.
    const [width, height] = await picture(page, 1).evaluate((canvas) => [
      (canvas as HTMLCanvasElement).width,
      (canvas as HTMLCanvasElement).height,
    ]);
    expect(width).toBeGreaterThan(height ?? 0);
    await page.getByRole('button', { name: documents.send }).click();
    await expect(page.getByText(documents.sent.transmitted)).toBeVisible();

    expect(sandbox.tenantApi.documents.all().map(({ pageCount }) => pageCount)).toEqual([1]);
  });
});

test('a certificate is handed in without signing in while the line is cut; it goes by itself, and they hear of it', async ({
  page,
  sandbox,
}) => {
  const { unsignedDeposit: t, requests, insurance, dateFields } = words;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const write = async (day: string, month: string) => {
    await page.getByLabel(dateFields.day, { exact: true }).fill(day);
    await page.getByLabel(dateFields.month, { exact: true }).fill(month);
    await page.getByLabel(dateFields.year, { exact: true }).fill(year);
    await press(dateFields.next);
  };
  // The kiosk's day counts, as the landlord cannot be asked.
  const year = String(new Date().getFullYear());
  plugIn({ 'attestation.pdf': await activePdf('Dupont-1234') });
  sandbox.tenantApi.faults.set('all', AWAY);

  await begin(page);
  await openWithoutSigningIn(page);
  await page.getByRole('button', { name: t.certificateText }).click();
  await expect(heading(page)).toHaveText(insurance.from.title);
  await write('1', '1');
  await expect(heading(page)).toHaveText(insurance.to.title);
  await write('31', '12');
  await expect(page.getByRole('button', { name: documents.key })).toBeVisible();
  await expect(page.getByRole('button', { name: documents.phone })).toHaveCount(0);
  await chooseFromKey(page, 'attestation.pdf');
  await expect(picture(page, 1)).toBeVisible();
  await press(requests.form.next);
  await page.getByLabel(requests.person.name).fill('Odile Petit');
  await press(requests.form.next);
  await expect(page.getByRole('alert')).toHaveText(t.numberMissing);
  await page.getByLabel(t.number).fill('004473');
  await press(requests.form.next);
  await page.getByRole('radio', { name: requests.reach.email }).click();
  await page.getByLabel(requests.reach.emailLabel).fill('odile.petit@exemple.fr');
  await press(requests.form.next);
  await press(t.send);
  await expect(page.getByText(t.saved)).toBeVisible();
  expect(sandbox.tenantApi.documents.all()).toEqual([]);
  await press(requests.assistance.done);

  sandbox.tenantApi.faults.clear();
  await expect
    .poll(() => sandbox.tenantApi.documents.all(), { timeout: 60_000 })
    .toMatchObject([
      {
        accountId: null,
        from: { name: 'Odile Petit', tenantNumber: '004473', phone: null },
        kind: 'insuranceCertificate',
        insured: { from: `${year}-01-01`, to: `${year}-12-31` },
        pageCount: 1,
      },
    ]);
  await expect
    .poll(() => sandbox.tenantApi.mailbox.emails.map(({ to }) => to))
    .toEqual(['odile.petit@exemple.fr']);
});

async function startHandIn(page: Page): Promise<void> {
  await openMenu(page, 'documents');
  await page.getByRole('button', { name: documents.tile }).click();
  await page.getByRole('button', { name: documents.about.insuranceCertificate.word }).click();
}

function plugIn(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(key, name, '..'), { recursive: true });
    writeFileSync(join(key, name), content);
  }
}

async function chooseFromKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: documents.key }).click();
  await page.getByRole('button', { name: isolated(name) }).click();
}

async function dragCorner(page: Page, name: string, by: { x: number; y: number }): Promise<void> {
  const handle = page.getByRole('slider', { name });
  const before = await handle.boundingBox();
  if (!before) throw new Error(`${name} is not to be seen`);
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width / 2 + by.x, before.y + before.height / 2 + by.y);
  await page.mouse.up();
  const after = await handle.boundingBox();
  expect(after?.x).toBeCloseTo(before.x + by.x, 0);
  expect(after?.y).toBeCloseTo(before.y + by.y, 0);
}

async function moveByKeys(page: Page, name: string, key: string): Promise<void> {
  const handle = page.getByRole('slider', { name });
  const before = await handle.getAttribute('aria-valuetext');
  await handle.press(key);
  await expect(handle).not.toHaveAttribute('aria-valuetext', before ?? '');
}

function picture(page: Page, number: number) {
  return page.getByRole('img', { name: filled(documents.page, { number: String(number) }), exact: true });
}
