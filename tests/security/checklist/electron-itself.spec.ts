/** Points 16 and 19: which Electron it is, and what is burnt into it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectronRuntime, lockedElectronVersion } from '../../../build/electron-runtime.mjs';
import { projectRoot } from '../../../build/project.mjs';
import { expect, test } from '../../e2e/shared-kiosk.ts';

test('16: Electron is of one known major, and a stand-in is never taken for the real one', async ({
  app,
  page,
}) => {
  await page.title();
  const wanted = json('package.json').devDependencies.electron;
  const locked = json('package-lock.json').packages['node_modules/electron'].version;
  const running = await app.evaluate(() => process.versions.electron);
  const found = findElectronRuntime(projectRoot, {});

  expect(major(locked)).toBe(major(wanted));
  expect(lockedElectronVersion()).toBe(locked);
  expect(running).toBe(found?.version);
  expect(found?.kind).toBe(running === locked ? 'official' : 'stand-in');
});

test('19: run from its source the kiosk is not packaged: fuses are a matter of the package alone', async ({
  app,
  page,
}) => {
  await page.title();

  expect(await app.evaluate(({ app }) => app.isPackaged)).toBe(false);
});

function json(file: string) {
  return JSON.parse(readFileSync(join(projectRoot, file), 'utf8'));
}

function major(version: string): string | undefined {
  return /\d+/.exec(version)?.[0];
}
