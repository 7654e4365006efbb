import type { Page } from 'playwright/test';
import { begin, enterCredentials, LEAFLET_TENANT, openAccount } from './journey.ts';
import { expect, shaped, test, words } from './kiosk.ts';

/**
 * Asked after 5 s, which no step of a journey takes, on a busy machine either. How it ends without an answer is told
 * in wipe.spec.ts.
 */
test.use({ config: { session: { idleTimeoutSeconds: 30, idleWarningSeconds: 25 } } });

test('somebody who stands still is asked, with a countdown, and stays with one touch', {
  tag: '@waits',
}, async ({ page, sandbox }) => {
  const warning = page.getByRole('alertdialog', { name: words.idle.title });

  await test.step('who has not signed in is asked, and stays with one touch', async () => {
    await begin(page);
    await expect(warning).toContainText(shaped(words.idle.signedOut));
    await warning.getByRole('button', { name: words.idle.stay }).click();
    await expect(warning).toHaveCount(0);
  });

  await test.step('who has signed in is asked with a countdown, and stays with a touch anywhere', async () => {
    await enterCredentials(page, LEAFLET_TENANT, sandbox.tenantApi.password);
    await openAccount(page);
    await expect(warning).toContainText(shaped(words.idle.signedIn));
    const first = await secondsLeft(page);
    await expect.poll(() => secondsLeft(page)).toBeLessThan(first);
    await page.mouse.click(5, 5);
    await expect(warning).toHaveCount(0);
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(7);
  });

  await test.step('who needs more time has clearly more of it, from then on', async () => {
    await expect(warning).toContainText(shaped(words.idle.signedIn));
    await warning.getByRole('button', { name: words.idle.moreTime }).click();
    await expect(warning).toHaveCount(0);
    await expect(warning).toBeVisible();
    await expect(warning).toContainText('1 minute');
  });
});

/** The seconds that the countdown shows. */
async function secondsLeft(page: Page): Promise<number> {
  const text = await page.getByRole('alertdialog').locator('p[aria-hidden]').innerText();
  return Number(/\d+/.exec(text)?.[0]);
}
