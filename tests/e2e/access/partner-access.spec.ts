import type { Access } from '../../../preload/contract.ts';
import { begin, heading } from '../journey.ts';
import { english, expect, words as french } from '../kiosk.ts';
import { expectPage, expectTrouble, SITE_NAME, test, touch } from '../partner-site.ts';
import { axeFindings } from './axe.ts';
import { frenchFindings } from './left-over-french.ts';
import { LEAST, look } from './look.ts';

const APPEARANCES: readonly Access[] = [
  { locale: 'fr', textSize: 'normal', contrast: 'standard' },
  { locale: 'fr', textSize: 'largest', contrast: 'dark' },
  { locale: 'en', textSize: 'largest', contrast: 'standard' },
];

for (const access of APPEARANCES) {
  const { locale, textSize, contrast } = access;
  const name = `partner sites can be read, touched and heard: ${locale}, ${textSize} text, ${contrast} contrast`;

  test(name, { tag: '@landscape' }, async ({ app, page, sandbox, site }) => {
    const words = locale === 'fr' ? french : english;
    const findings: string[] = [];
    const inspect = async (screen: string) => {
      await page.evaluate(() => document.fonts.ready);
      const found = [
        ...(await axeFindings(page)),
        ...(await page.evaluate(look, { least: textSize === 'normal' ? LEAST : null })),
        ...(locale === 'en' ? await frenchFindings(page) : []),
      ];
      findings.push(...found.map((finding) => `${screen}: ${finding}`));
    };
    site.serve('/', '<input><a href="https://elsewhere.example/">Ailleurs</a>');
    await begin(page);
    await page.evaluate((chosen) => window.kiosk.call('session.setAccess', chosen), access);

    await page.getByRole('button', { name: words.withoutSigningIn.open }).click();
    await page.getByRole('button', { name: words.home.partner }).click();
    await expect(heading(page)).toHaveText(words.partner.title);
    await expect(
      page.getByRole('button', { name: locale === 'fr' ? SITE_NAME : 'Trial site' }),
    ).toBeVisible();
    await inspect('list');

    await page.getByRole('button', { name: locale === 'fr' ? SITE_NAME : 'Trial site' }).click();
    await expectPage(app, `${site.origin}/`);
    await inspect('visit');

    await touch(app, 'input');
    await expect(page.getByRole('group', { name: words.keyboard.label })).toBeVisible();
    await inspect('visit with keyboard');

    await touch(app, 'a');
    await (locale === 'fr'
      ? expectTrouble(page, 'elsewhere')
      : expect(page.getByRole('alert')).toBeVisible());
    await inspect('trouble');
    await page.getByRole('button', { name: words.partner.return }).click();

    await sandbox.printer.setPaper(0);
    await page.getByRole('button', { name: words.partner.print }).click();
    await expect(page.getByText(words.printing.waiting.paper)).toBeVisible();
    await inspect('printing, no paper');

    expect(findings).toEqual([]);
  });
}
