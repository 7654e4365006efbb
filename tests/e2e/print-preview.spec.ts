import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { axeFindings } from './access/axe.ts';
import { LEAST, look } from './access/look.ts';
import { askForPaper, heading, signIn } from './journey.ts';
import { expect, shaped, test, words } from './kiosk.ts';

/** Twelve years of account. */
const LONG = 'henri.rousseau@exemple.fr';

const APPEARANCES = [
  { locale: 'fr', textSize: 'largest', contrast: 'dark' },
  { locale: 'fr', textSize: 'normal', contrast: 'standard' },
] as const;

test.use({ config: { printing: { pagesPerSession: 20, confirmAbovePages: 3 } } });

test('what is long is looked at page by page before it is printed, and nobody prints it twice by mistake @landscape', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox, LONG);
  await askForPaper(page);
  await expect(heading(page)).toHaveText(words.printing.preview.title);
  const picture = page.getByRole('img', { name: shaped(words.printing.preview.picture_other) });
  await expect(picture).toHaveAttribute('aria-busy', 'false');
  for (const access of APPEARANCES) {
    await page.evaluate((chosen) => window.kiosk.call('session.setAccess', chosen), access);
    const isNormal = access.textSize === 'normal';
    expect(await axeFindings(page)).toEqual([]);
    await expect.poll(() => page.evaluate(look, { least: isNormal ? LEAST : null })).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`preview-${access.textSize}.png`) });
  }
  const first = await inkOf(page);
  await page.getByRole('button', { name: words.printing.preview.next }).click();
  await expect(picture).toHaveAttribute('aria-busy', 'false');
  await expect.poll(() => inkOf(page)).not.toBe(first);
  expect(first).toBeGreaterThan(0.005);
  expect(readdirSync(sandbox.printedFolder)).toEqual([]);

  await page.getByRole('button', { name: shaped(words.printing.preview.print_other) }).click();
  await expect(heading(page)).toHaveText(words.printing.takePaper);
  const [printed = ''] = readdirSync(sandbox.printedFolder);
  const facts = execFileSync('pdfinfo', [join(sandbox.printedFolder, printed)], { encoding: 'utf8' });
  expect(Number(/Pages:\s+(\d+)/.exec(facts)?.[1])).toBeGreaterThan(10);

  await page.getByRole('button', { name: words.statement.backHome }).click();
  await askForPaper(page);
  await expect(page.getByRole('alert')).toHaveText(words.errors.PAGES_SPENT);
  expect(readdirSync(sandbox.printedFolder)).toHaveLength(1);
});

/** How much of the page's picture is not white. */
function inkOf(page: Page): Promise<number> {
  return page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4)
      if ((pixels[at] ?? 255) < 128 && pixels[at + 3] === 255) dark += 1;
    return dark / (pixels.length / 4);
  });
}
