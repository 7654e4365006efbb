/** A packaged program lets nobody look into it; its archive, in an Electron that does, is the same program. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronRuntime } from '../../build/electron-runtime.mjs';
import { NATIVE_MODULES } from '../../build/native-modules.mjs';
import { makeTrial } from '../../build/packaging/trial.ts';
import { photoHeic } from '../../main/documents/testing/sample-files.ts';
import { askForPaper, finish, heading, openMenu, signIn } from './journey.ts';
import { attractScreen, expect, filled, isolated, launchKiosk, test, words } from './kiosk.ts';

const mountFolder = mkdtempSync(join(tmpdir(), 'usb-keys-'));
test.use({ config: { usbKeys: { mountFolder } } });
test.afterAll(() => rmSync(mountFolder, { recursive: true, force: true }));

test('from its archive, the kiosk loads its machine code, signs a tenant in, reads their picture, draws and prints their statement', async ({
  sandbox,
}) => {
  // Half of it is packaging.
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  const trial = await makeTrial(electronRuntime(), join(folder, 'trial'));
  mkdirSync(join(mountFolder, 'sdb1'));
  writeFileSync(join(mountFolder, 'sdb1/photo.heic'), photoHeic());
  const app = await launchKiosk(sandbox.environment, join(trial, 'resources/app.asar'));

  try {
    const page = await attractScreen(app);
    expect(await app.evaluate((electron) => electron.app.getAppPath())).toMatch(/app\.asar$/);
    expect(await app.evaluate((electron) => electron.app.getVersion())).toMatch(/-trial$/);

    await app.evaluate((electron, names) => {
      const load = process
        .getBuiltinModule('node:module')
        .createRequire(`${electron.app.getAppPath()}/out/main/index.js`);
      for (const name of names) load(name);
    }, NATIVE_MODULES);

    await signIn(page, sandbox);
    // Its decoder stands outside the archive.
    await openMenu(page, 'documents');
    await page.getByRole('button', { name: words.documents.tile }).click();
    await page.getByRole('button', { name: words.documents.about.other.text }).click();
    await page.getByRole('button', { name: words.documents.key }).click();
    await page.getByRole('button', { name: isolated('photo.heic') }).click();
    await expect(
      page.getByRole('img', { name: filled(words.documents.page, { number: '1' }), exact: true }),
    ).toBeVisible();
    await page.getByRole('button', { name: words.frame.back, exact: true }).click();
    await expect(heading(page)).toHaveText(words.documents.title);
    await page.getByRole('button', { name: words.frame.back, exact: true }).click();
    await expect(heading(page)).toHaveText(words.menus.documents.title);
    await page.getByRole('button', { name: words.frame.back, exact: true }).click();

    await askForPaper(page);
    await expect(page.getByText(words.printing.takePaper)).toBeVisible();
    expect(readdirSync(sandbox.printedFolder)).toHaveLength(1);
    await finish(page);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
