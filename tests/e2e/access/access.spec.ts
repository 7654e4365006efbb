import type { ElectronApplication, Page } from 'playwright/test';
import { fakeCamera } from '../fake-camera.ts';
import { expect, test } from '../kiosk.ts';
import { letTelephonesSend } from '../telephone.ts';
import { type Appearance, appear } from './appearance.ts';
import { axeFindings, OF_GROUND, OF_ROOM } from './axe.ts';
import { type Look, visitEveryScreen } from './every-screen.ts';
import { visitEveryService } from './every-service.ts';
import { TAKES_DOCUMENTS } from './hand-in-screens.ts';
import { inspect } from './inspect.ts';
import { tabFindings } from './tab-walk.ts';

/** Of the person who goes from screen to screen. */
const ACCESS = { locale: 'fr', textSize: 'normal', contrast: 'standard' } as const;
const USUAL: Appearance = { ...ACCESS, orientation: 'portrait' };

/**
 * Each ground, language and limit of size once, and both ways round what differs there: small, and most crowded. Of
 * axe's rules, those that could find there what they did not find before.
 */
const OTHERS: readonly { appearance: Appearance; rules: readonly string[] }[] = [
  { appearance: { ...USUAL, textSize: 'largest', contrast: 'dark' }, rules: [...OF_GROUND, ...OF_ROOM] },
  { appearance: { ...USUAL, textSize: 'largest', locale: 'en' }, rules: [] },
  { appearance: { ...USUAL, textSize: 'largest', locale: 'en', orientation: 'landscape' }, rules: OF_ROOM },
  { appearance: { ...USUAL, orientation: 'landscape' }, rules: [] },
];

// Five appearances of some eighty screens.
test.describe.configure({ timeout: 360_000 });
const camera = fakeCamera('a paper');
test.use({
  config: { ...TAKES_DOCUMENTS, barcodeScanner: { mode: 'keyboard' } },
  switches: camera.switches,
});
test.beforeEach(({ sandbox }) => letTelephonesSend(sandbox));
test.afterAll(() => camera.remove());

test('every screen can be read, touched and heard, in every appearance', async ({ app, page, sandbox }) => {
  const looked = looksAt(app, page);

  await visitEveryScreen({ app, page, sandbox }, ACCESS, looked.look);

  expect(looked.findings).toEqual([]);
});

test('every screen of a service can be read, touched and heard, in every appearance', async ({
  app,
  page,
  sandbox,
}) => {
  const looked = looksAt(app, page);

  await visitEveryService({ app, page, sandbox }, ACCESS, looked.look);

  expect(looked.findings).toEqual([]);
});

function looksAt(app: ElectronApplication, page: Page): { findings: readonly string[]; look: Look } {
  const findings: string[] = [];
  return {
    findings,
    async look(screen, toldByOthers) {
      const note = (appearance: Appearance, found: readonly string[]) => {
        const shown = Object.values(appearance).join(' ');
        findings.push(...found.map((finding) => `${screen} (${shown}): ${finding}`));
      };
      note(USUAL, [
        ...(await inspect(page, USUAL)),
        ...(await axeFindings(page)),
        ...(await tabFindings(app, page)),
      ]);

      const told = toldByOthers ?? (await page.evaluate(() => window.kiosk.call('session.read', undefined)));
      for (const { appearance, rules } of OTHERS) {
        await appear(app, page, appearance, told);
        note(appearance, [
          ...(await inspect(page, appearance)),
          ...(rules.length > 0 ? await axeFindings(page, rules) : []),
        ]);
      }
      await appear(app, page, USUAL, told);
    },
  };
}
