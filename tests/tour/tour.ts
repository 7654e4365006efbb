/**
 * The kiosk in pictures, in the real window against the sandbox:
 *
 *     npm run tour             the main journey
 *     npm run tour -- --all    every screen and every dialog
 *
 * Leaves numbered pictures in `out/tour/`, and in `out/tour/printed/` the very bytes that the printer received.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attractScreen, launchKiosk, TODAY } from '../e2e/kiosk.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { atTheDesk } from './at-the-desk.ts';
import { everyScreen, everyService, otherHomes } from './every-screen.ts';
import { journey } from './journey.ts';
import { emptyOutFolder, ORIENTATIONS, type Orientation, outFolder, takePicture } from './pictures.ts';

const { all } = parseArgs({ options: { all: { type: 'boolean', default: false } } }).values;

emptyOutFolder();
if (all) {
  await withSandbox('portrait', everyScreen);
  await withSandbox('portrait', everyService);
  await withSandbox('portrait', otherHomes);
  await withSandbox('portrait', atTheDesk);
} else {
  for (const orientation of ORIENTATIONS) await withSandbox(orientation, mainJourney);
}
console.log(`The pictures are in ${outFolder}, what was printed in ${join(outFolder, 'printed')}.`);

async function withSandbox(
  orientation: Orientation,
  walk: (sandbox: Sandbox, orientation: Orientation) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tour-'));
  // The walk through every screen knows what there is on one day.
  const day = all ? { today: TODAY } : {};
  const sandbox = await startSandbox({ folder, window: 'windowed', orientation, ...day });
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

async function mainJourney(sandbox: Sandbox, orientation: Orientation): Promise<void> {
  const app = await launchKiosk(sandbox.environment);
  try {
    const page = await attractScreen(app);
    let number = 0;
    await journey({
      page,
      sandbox,
      step: (screen) => {
        number += 1;
        return takePicture(page, { window: orientation, number, screen });
      },
    });
  } finally {
    await app.close();
  }
}
