import type { Access } from '../../../preload/contract.ts';
import type { NewTenant } from '../../sandbox/tenant-api/new-tenant.ts';
import { begin, enterCredentials } from '../journey.ts';
import { expect, test, words } from '../kiosk.ts';
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

for (const textSize of ['normal', 'largest'] as const satisfies readonly Access['textSize'][]) {
  test(`seven leases, long names and large amounts are all there, in ${textSize} text`, {
    tag: '@landscape',
  }, async ({ page, sandbox }) => {
    const ruler = { least: textSize === 'normal' ? LEAST : null };
    await sandbox.tenantApi.addTenant(TENANT);
    await page.evaluate((chosen) => window.kiosk.call('session.setAccess', chosen), { textSize });

    await begin(page);
    await enterCredentials(page, 'longue@exemple.fr', sandbox.tenantApi.password);
    await expect(page.getByRole('article')).toHaveCount(7);
    const home = await page.evaluate(look, ruler);
    await page.getByRole('button', { name: words.home.accountText }).click();
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(2);
    const account = await page.evaluate(look, ruler);
    await page.getByRole('button', { name: words.account.changeLease }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    const leases = await page.evaluate(look, ruler);

    expect({ home, account, leases }).toEqual({ home: [], account: [], leases: [] });
  });
}
