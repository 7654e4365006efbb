import type { NewTenant } from '../../sandbox/tenant-api/new-tenant.ts';
import { begin, enterCredentials } from '../journey.ts';
import { expect, filled, test, words } from '../kiosk.ts';
import { type Appearance, appear, stillness } from './appearance.ts';
import { LEAST, look } from './look.ts';

const WORD = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

/** As much as the contract with the landlord allows, or nearly. */
const TENANT: NewTenant = {
  number: '0103333',
  displayName: `Mme ${WORD} ${WORD}`,
  email: 'longue@exemple.fr',
  story: 'Sept baux, de longs noms et de grandes sommes',
  leases: Array.from({ length: 7 }, (_, index) => ({
    number: `00${index}000`,
    addressLines: [WORD, 'Bâtiment A', 'Escalier 3', 'Appartement 1204', `12 rue ${WORD}`, '86000 Poitiers'],
    startsOn: '2018-01-01',
    endsOn: null,
    bookings: [
      { postedOn: '2018-02-01', label: WORD.repeat(3), direction: 'debit', amountCents: 99_999_999_999 },
      { postedOn: '2018-02-02', label: 'W'.repeat(60), direction: 'credit', amountCents: 1 },
    ],
  })),
};

const USUAL: Appearance = { locale: 'fr', textSize: 'normal', contrast: 'standard', orientation: 'portrait' };

/** The limits of size, either way round. */
const APPEARANCES: readonly Appearance[] = [
  { ...USUAL, orientation: 'landscape' },
  { ...USUAL, orientation: 'landscape', textSize: 'largest' },
  { ...USUAL, textSize: 'largest' },
  USUAL,
];

test('seven leases, long names and large amounts are all there, small and large', async ({
  app,
  page,
  sandbox,
}) => {
  const findings: string[] = [];
  const inspect = async (screen: string) => {
    for (const appearance of APPEARANCES) {
      await appear(app, page, appearance, null);
      await stillness(page);
      const { orientation, textSize } = appearance;
      const found = await page.evaluate(look, { least: textSize === 'normal' ? LEAST : null });
      findings.push(...found.map((finding) => `${screen} (${textSize} ${orientation}): ${finding}`));
    }
  };
  await sandbox.tenantApi.addTenant(TENANT);

  await begin(page);
  await enterCredentials(page, 'longue@exemple.fr', sandbox.tenantApi.password);
  await expect(page.getByRole('article').getByRole('listitem')).toHaveCount(2);
  await expect(
    page.getByRole('button', { name: filled(words.lives.others_other, { count: '5' }) }),
  ).toBeVisible();
  await inspect('home');
  await page.getByRole('button', { name: words.home.accountText }).click();
  await expect(page.locator('tbody').getByRole('row')).toHaveCount(2);
  await inspect('account');
  await page.getByRole('button', { name: words.account.changeLease }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await inspect('lease chooser');

  expect(findings).toEqual([]);
});
