/**
 * The main journey, driven in the real window against the sandbox:
 *
 *     npm run tour
 *
 * leaves a numbered picture of every step in `out/tour/`, and in `out/tour/printed/` the very bytes that the printer
 * received.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { attractScreen, launchKiosk } from '../e2e/kiosk.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { journey } from './journey.ts';

const ORIENTATIONS = ['portrait', 'landscape'] as const;

const root = resolve(import.meta.dirname, '../..');
const outFolder = join(root, 'out/tour');

rmSync(outFolder, { recursive: true, force: true });
mkdirSync(join(outFolder, 'printed'), { recursive: true });

for (const orientation of ORIENTATIONS) {
  const folder = mkdtempSync(join(tmpdir(), 'tour-'));
  const sandbox = await startSandbox({ folder, window: 'windowed', orientation });
  try {
    await walk(sandbox, orientation);
    for (const file of await sandbox.printer.printedDocuments()) {
      cpSync(join(sandbox.printedFolder, file), join(outFolder, 'printed', `${orientation}-${file}`));
    }
  } finally {
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`The pictures are in ${outFolder}, what was printed in ${join(outFolder, 'printed')}.`);

async function walk(sandbox: Sandbox, orientation: string): Promise<void> {
  const app = await launchKiosk(sandbox.environment);
  try {
    const page = await attractScreen(app);
    await journey({ page, sandbox, step: pictureTaker(page, orientation) });
  } finally {
    await app.close();
  }
}

function pictureTaker(page: Page, orientation: string): (name: string) => Promise<void> {
  let number = 0;
  return async (name) => {
    number += 1;
    const file = `${orientation}-${String(number).padStart(2, '0')}-${name}.png`;
    // What is still moving or loading belongs to the step before.
    await page.evaluate('document.fonts.ready.then(() => null)');
    await page.screenshot({ path: join(outFolder, file), animations: 'disabled' });
    console.log(file);
  };
}
