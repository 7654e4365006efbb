import { begin, enterCredentials, heading, LEAFLET_TENANT } from './journey.ts';
import { attractScreen, expect, test, words } from './kiosk.ts';

/** As long as somebody waits, the kiosk asks again after 15 s at the latest. */
const BY_ITSELF = { timeout: 40_000 };

test('whoever comes while the line is cut is told so, and what still works, until it is back', async ({
  sandbox,
  startKiosk,
}) => {
  // From before the start: what the kiosk has just been told by itself would hide the cut for a minute.
  sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });
  const page = await attractScreen(await startKiosk());

  await begin(page);
  const notice = page.getByText(words.connectivity.offline);
  await expect(notice).toBeVisible(BY_ITSELF);
  await expect(page.getByText(words.connectivity.stillWorks)).toBeVisible();
  sandbox.tenantApi.faults.clear();
  await expect(notice).toBeHidden(BY_ITSELF);

  await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
  await expect(page.getByRole('button', { name: words.home.accountText })).toBeVisible();
  sandbox.tenantApi.faults.set('all', { effect: { kind: 'cut', moment: 'beforeEffect' } });
  await page.getByRole('button', { name: words.home.accountText }).click();
  await expect(heading(page)).toHaveText(words.account.title);
  await expect(page.getByText(words.connectivity.stillWorksSignedIn)).toBeVisible(BY_ITSELF);
});
