/** Goes through every screen and dialog of the kiosk, for a picture of each in both orientations. */
import { appear, stillness } from '../e2e/access/appearance.ts';
import { visitEveryScreen } from '../e2e/access/every-screen.ts';
import { visitEveryService } from '../e2e/access/every-service.ts';
import { TAKES_DOCUMENTS } from '../e2e/access/hand-in-screens.ts';
import { fakeCamera } from '../e2e/fake-camera.ts';
import { attractScreen, configure, launchKiosk } from '../e2e/kiosk.ts';
import { letTelephonesSend } from '../e2e/telephone.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { visitOtherHomes } from './other-homes.ts';
import { ORIENTATIONS, takePicture } from './pictures.ts';

const ACCESS = { locale: 'fr', textSize: 'normal', contrast: 'standard' } as const;

let number = 0;

export const everyScreen = (sandbox: Sandbox) => pictures(sandbox, visitEveryScreen);
export const everyService = (sandbox: Sandbox) => pictures(sandbox, visitEveryService);
export const otherHomes = (sandbox: Sandbox) => pictures(sandbox, visitOtherHomes);

async function pictures(sandbox: Sandbox, walk: typeof visitEveryScreen): Promise<void> {
  const camera = fakeCamera('a paper');
  configure(sandbox, { ...TAKES_DOCUMENTS, barcodeScanner: { mode: 'keyboard' } });
  letTelephonesSend(sandbox);
  const app = await launchKiosk(sandbox.environment, undefined, camera.switches);
  try {
    const page = await attractScreen(app);
    await walk({ app, page, sandbox }, ACCESS, async (screen, told) => {
      number += 1;
      const session = told ?? (await page.evaluate(() => window.kiosk.call('session.read', undefined)));
      for (const orientation of ORIENTATIONS) {
        await appear(app, page, { ...ACCESS, orientation }, session);
        await stillness(page);
        await takePicture(page, { window: orientation, number, screen });
      }
      await appear(app, page, { ...ACCESS, orientation: 'portrait' }, session);
    });
  } finally {
    await app.close();
    camera.remove();
  }
}
