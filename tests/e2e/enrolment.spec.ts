/** A machine becomes a kiosk: a technician types a one-time code, and it serves people. */
import { once } from 'node:events';
import { ONE_TIME_CODE } from '../sandbox/tenant-api/kiosk-register.ts';
import { axeFindings } from './access/axe.ts';
import { heading, signIn } from './journey.ts';
import { attractScreen, expect, test, words } from './kiosk.ts';
import { logText } from './kiosk-log.ts';
import { enterAsStaff } from './staff.ts';

test.use({ isEnrolled: false });

test('a technician enrols a fresh kiosk, it goes into service, and a tenant signs in', async ({
  sandbox,
  startKiosk,
}) => {
  const { register } = sandbox.tenantApi;
  const app = await startKiosk();
  const page = await app.firstWindow();
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const code = page.getByLabel(words.enrolment.code, { exact: true });
  await expect(heading(page)).toHaveText(words.outOfService.title);
  await expect(page.getByText('KIOSK_NOT_ENROLLED')).toBeVisible();

  await enterAsStaff(page);
  await touch(words.enrolment.open);
  await expect(page.getByText(words.enrolment.notEnrolled)).toBeVisible();
  await touch('9');
  await touch(words.enrolment.enrol);
  await expect(page.getByRole('alert')).toContainText('11');
  await code.fill('999988887777');
  await touch(words.enrolment.enrol);
  await expect(page.getByRole('alert')).toHaveText(words.errors.ENROLMENT_CODE_UNKNOWN);
  expect(await axeFindings(page)).toEqual([]);
  // The answer is lost on its way; the same code is good for the same machine.
  sandbox.tenantApi.faults.set('createKioskEnrolment', {
    effect: { kind: 'cut', moment: 'beforeAnswer' },
    times: 2,
  });
  await code.fill(ONE_TIME_CODE);
  await touch(words.enrolment.enrol);
  await expect(page.getByRole('alert')).toHaveText(words.errors.API_UNREACHABLE);
  await touch(words.enrolment.enrol);
  await expect(page.getByText(words.enrolment.enrolledRestart)).toBeVisible();
  await expect(page.getByText(words.enrolment.notEnrolled)).toBeHidden();

  const exited = once(app.process(), 'exit');
  await page
    .getByRole('button', { name: words.technician.restart })
    .click()
    .catch((error: Error) => expect(error.message).toContain('has been closed'));
  await exited;
  const restarted = await attractScreen(await startKiosk());
  await signIn(restarted, sandbox);

  expect(register.codes[0]).toMatchObject({ isUsed: true });
  // What the kiosk was given on the first morning is void since the new one was used.
  expect(register.credentials.map(({ state }) => state)).toEqual(['void', 'used']);
  expect(logText(sandbox)).not.toContain(ONE_TIME_CODE);
});
