import { begin, heading } from '../journey.ts';
import { english, expect, words } from '../kiosk.ts';
import { expectPage, expectTrouble, SITE_NAME, test, touch } from '../partner-site.ts';
import { type Appearance, appear, stillness } from './appearance.ts';
import { axeFindings, OF_GROUND } from './axe.ts';
import { frenchFindings } from './left-over-french.ts';
import { LEAST, look } from './look.ts';

const USUAL = { locale: 'fr', textSize: 'normal', contrast: 'standard', orientation: 'portrait' } as const;

/** Both languages and limits of size either way round, and a dark ground. */
const OTHERS: readonly Appearance[] = [
  { ...USUAL, textSize: 'largest', contrast: 'dark' },
  { ...USUAL, textSize: 'largest', locale: 'en' },
  { ...USUAL, textSize: 'largest', locale: 'en', orientation: 'landscape' },
  { ...USUAL, textSize: 'largest', contrast: 'dark', orientation: 'landscape' },
  { ...USUAL, orientation: 'landscape' },
];

test('partner sites can be read, touched and heard, in every appearance', async ({
  app,
  page,
  sandbox,
  site,
}) => {
  const findings: string[] = [];
  const inspect = async (screen: string) => {
    await stillness(page);
    findings.push(...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`));
    for (const appearance of [USUAL, ...OTHERS]) {
      await appear(app, page, appearance, null);
      await stillness(page);
      const { contrast, locale, textSize } = appearance;
      const found = [
        ...(contrast === 'dark' ? await axeFindings(page, OF_GROUND) : []),
        ...(await page.evaluate(look, { least: textSize === 'normal' ? LEAST : null })),
        ...(locale === 'en' ? await frenchFindings(page) : []),
      ];
      findings.push(
        ...found.map((finding) => `${screen} (${Object.values(appearance).join(' ')}): ${finding}`),
      );
    }
    await appear(app, page, USUAL, null);
  };
  site.serve('/', '<input><a href="https://elsewhere.example/">Ailleurs</a>');
  await begin(page);

  await page.getByRole('button', { name: words.withoutSigningIn.open }).click();
  await page.getByRole('button', { name: words.home.partner }).click();
  await expect(heading(page)).toHaveText(words.partner.title);
  await expect(page.getByRole('button', { name: SITE_NAME })).toBeVisible();
  await inspect('list');
  await appear(app, page, { ...USUAL, locale: 'en' }, null);
  await expect(heading(page)).toHaveText(english.partner.title);
  await expect(page.getByRole('button', { name: 'Trial site' })).toBeVisible();
  await appear(app, page, USUAL, null);

  await page.getByRole('button', { name: SITE_NAME }).click();
  await expectPage(app, `${site.origin}/`);
  await inspect('visit');

  await touch(app, 'input');
  await expect(page.getByRole('group', { name: words.keyboard.label })).toBeVisible();
  await inspect('visit with keyboard');

  await touch(app, 'a');
  await expectTrouble(page, 'elsewhere');
  await inspect('trouble');
  await page.getByRole('button', { name: words.partner.return }).click();

  await sandbox.printer.setPaper(0);
  await page.getByRole('button', { name: words.partner.print }).click();
  await expect(page.getByText(words.printing.waiting.paper)).toBeVisible();
  await inspect('printing, no paper');

  expect(findings).toEqual([]);
});
