/** What the landlord's system refuses is not lost: staff see it, and have it sent again or say that it is settled. */
import { askForEmail, finish, heading, signIn } from './journey.ts';
import { logLines } from './kiosk-log.ts';
import { expect, test, words } from './shared-kiosk.ts';
import { enterAsStaff } from './staff.ts';

const { refusedDeliveries } = words;
const STAFF_ID = 'sandbox-technician';

test('staff send again what was refused, and set aside what they have settled', async ({ page, sandbox }) => {
  sandbox.tenantApi.faults.set('createStatementDelivery', {
    effect: { kind: 'status', status: 409, code: 'tenant.no_email' },
    times: 2,
  });
  await signIn(page, sandbox);
  await askForEmail(page);
  await expect.poll(() => logLines(sandbox, 'sync.refused')).toHaveLength(1);
  await page.getByRole('button', { name: words.frame.back, exact: true }).click();
  await page.getByRole('button', { name: words.statement.sendText }).click();
  await expect.poll(() => logLines(sandbox, 'sync.refused')).toHaveLength(2);
  await finish(page);
  await enterAsStaff(page);

  await page.getByRole('button', { name: refusedDeliveries.open }).click();
  await expect(heading(page)).toHaveText(refusedDeliveries.title);
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(2);
  await page.getByRole('button', { name: refusedDeliveries.tryAgain }).first().click();
  await expect(page.getByText(refusedDeliveries.triedAgain)).toBeVisible();
  await expect.poll(() => sandbox.tenantApi.mailbox.emails).toHaveLength(1);

  await expect(cards).toHaveCount(1);
  await page.getByRole('button', { name: refusedDeliveries.setAside }).click();
  await page.getByRole('button', { name: refusedDeliveries.setAsideForSure }).click();
  await expect(page.getByText(refusedDeliveries.isSetAside)).toBeVisible();
  await expect(page.getByText(refusedDeliveries.none)).toBeVisible();
  expect(logLines(sandbox, 'sync.tried-again')).toMatchObject([{ staffId: STAFF_ID }]);
  expect(logLines(sandbox, 'sync.set-aside')).toMatchObject([{ staffId: STAFF_ID }]);
});
