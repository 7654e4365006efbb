import type { Page } from 'playwright/test';
import type { Access } from '../../../preload/contract.ts';
import { fakeCamera } from '../fake-camera.ts';
import { expect, test } from '../kiosk.ts';
import { axeFindings } from './axe.ts';
import { visitEveryScreen } from './every-screen.ts';
import { TAKES_DOCUMENTS } from './hand-in-screens.ts';
import { frenchFindings } from './left-over-french.ts';
import { LEAST, look } from './look.ts';
import { tabFindings } from './tab-walk.ts';

/** Each ground, language and limit of size once, and both ways round what differs there: small, and most crowded. */
const APPEARANCES: readonly (Access & { tag?: '@landscape' })[] = [
  { locale: 'fr', textSize: 'normal', contrast: 'standard', tag: '@landscape' },
  { locale: 'fr', textSize: 'largest', contrast: 'dark' },
  { locale: 'en', textSize: 'largest', contrast: 'standard', tag: '@landscape' },
];

test.describe.configure({ timeout: 240_000 });
const camera = fakeCamera('a paper');
test.use({ config: TAKES_DOCUMENTS, switches: camera.switches });
test.afterAll(() => camera.remove());

for (const { tag, ...access } of APPEARANCES) {
  const { locale, textSize, contrast } = access;
  const name = `every screen can be read, touched and heard: ${locale}, ${textSize} text, ${contrast} contrast`;

  test(name, { tag: tag ?? [] }, async ({ app, page, sandbox }) => {
    const findings: string[] = [];

    await visitEveryScreen({ app, page, sandbox }, access, async (screen) => {
      await stillness(page);
      const found = [
        ...(await axeFindings(page)),
        ...(await page.evaluate(look, { least: textSize === 'normal' ? LEAST : null })),
        ...(textSize === 'normal' ? await tabFindings(page) : []),
        ...(locale === 'en' ? await frenchFindings(page) : []),
        ...(await languageFindings(page, locale)),
      ];
      findings.push(...found.map((finding) => `${screen}: ${finding}`));
    });

    expect(findings).toEqual([]);
  });
}

async function languageFindings(page: Page, locale: string): Promise<string[]> {
  const said = await page.evaluate(() => document.documentElement.lang);
  return said === locale ? [] : [`the page says that its language is "${said}"`];
}

/** Until fonts are there, what was measured in the last frame has been drawn, and what moves has come to rest. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
