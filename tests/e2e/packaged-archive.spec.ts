/** A packaged program lets nobody look into it; its archive, in an Electron that does, is the same program. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronRuntime } from '../../build/electron-runtime.mjs';
import { makeTrial } from '../../build/packaging/trial.ts';
import { askForPaper, finish, signIn } from './journey.ts';
import { attractScreen, expect, launchKiosk, test, words } from './kiosk.ts';

test('from its archive, the kiosk signs a tenant in, draws and prints their statement', async ({
  sandbox,
}) => {
  // Half of it is packaging.
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  const trial = await makeTrial(electronRuntime(), join(folder, 'trial'));
  const app = await launchKiosk(sandbox.environment, join(trial, 'resources/app.asar'));

  try {
    const page = await attractScreen(app);
    expect(await app.evaluate((electron) => electron.app.getAppPath())).toMatch(/app\.asar$/);
    expect(await app.evaluate((electron) => electron.app.getVersion())).toMatch(/-trial$/);

    await signIn(page, sandbox);
    await askForPaper(page);
    await expect(page.getByText(words.printing.takePaper)).toBeVisible();
    expect(readdirSync(sandbox.printedFolder)).toHaveLength(1);
    await finish(page);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
