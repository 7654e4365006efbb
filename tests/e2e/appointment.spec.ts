import type { Page } from 'playwright/test';
import { openMenu, signIn } from './journey.ts';
import { expect, readable, test, words } from './shared-kiosk.ts';

const t = words.appointment;

test('a tenant books an appointment, loses an hour to somebody else, moves it, and cancels what they have', async ({
  page,
  sandbox,
}) => {
  const { appointments, mailbox } = sandbox.tenantApi;
  await signIn(page, sandbox);
  await openMenu(page, 'requests');
  await button(page, t.tile).click();
  await expect(page.getByText(t.noneYet)).toBeVisible();
  await button(page, t.new).click();
  await button(page, t.subjects.repairs).click();
  await button(page, 'Direction territoriale Centre').click();
  await button(page, 'lundi 16 juillet').click();

  await test.step('somebody else is quicker', async () => {
    await button(page, /^10\sh\s00$/).click();
    appointments.takeAway('slot-0-2018-07-16-1000');
    await button(page, t.book.do).click();
    await expect(page.getByText(words.errors.SLOT_TAKEN)).toBeVisible();
    await expect(button(page, /^10\sh\s00$/)).toHaveCount(0);
  });
  await test.step('the line is cut: nothing is booked twice, and the telephone is named', async () => {
    sandbox.tenantApi.faults.set('createAppointment', {
      effect: { kind: 'cut', moment: 'beforeAnswer' },
    });
    await button(page, /^10\sh\s30$/).click();
    await button(page, t.book.do).click();
    await expect(page.getByRole('alert')).toContainText(/\d\d.\d\d.\d\d.\d\d.\d\d/);
    sandbox.tenantApi.faults.clear();
    await button(page, t.book.do).click();
  });
  await expect(page.getByText(t.booked.text)).toBeVisible();
  expect(appointments.of('tenant-0104473').map(({ startsAt }) => startsAt)).toEqual([
    '2018-07-16T08:30:00.000Z',
  ]);

  await button(page, t.print).click();
  await expect(page.getByText(words.printing.takePaper)).toBeVisible();
  await button(page, words.frame.back).click();
  expect(readable(await page.getByRole('main').innerText())).toContain('Lundi 16 juillet à 10 h 30');
  await button(page, t.email).click();
  await expect.poll(() => mailbox.emails.map(({ subject }) => subject)).toEqual(['Votre rendez-vous']);
  await button(page, words.frame.back).click();

  await button(page, t.move.open).click();
  await button(page, 'mardi 17 juillet').click();
  await button(page, /^14\sh\s00$/).click();
  await test.step('an hour that is theirs already is not said to be somebody else’s', async () => {
    const { faults } = sandbox.tenantApi;
    faults.set('createAppointment', { effect: { kind: 'cut', moment: 'beforeAnswer' } });
    await button(page, t.move.do).click();
    await expect(page.getByRole('alert')).toContainText(words.errors.API_UNREACHABLE);
    faults.set('createAppointment', { effect: { kind: 'status', status: 409, code: 'slot.taken' } });
    await button(page, t.move.do).click();
  });
  await expect(page.getByText(t.booked.movedText)).toBeVisible();
  expect(appointments.of('tenant-0104473').map(({ startsAt }) => startsAt)).toEqual([
    '2018-07-17T12:00:00.000Z',
  ]);
  await button(page, t.toComing).click();

  await button(page, t.cancel).click();
  await button(page, t.cancellation.do).click();
  await expect(page.getByText(t.noneYet)).toBeVisible();
  expect(appointments.of('tenant-0104473')).toEqual([]);
});

function button(page: Page, name: string | RegExp) {
  return page.getByRole('button', { name });
}
