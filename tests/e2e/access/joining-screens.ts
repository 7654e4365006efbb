/** Goes once through the screens of an account of one's own and of a lost password, from sign-in and back to it. */
import { expect, type Page } from 'playwright/test';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { codeIn, lastEmail, linkIn, MARGUERITE, NEW_PASSWORD, typeBirthDate } from '../joining.ts';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';

export async function visitJoining(
  kiosk: { page: Page; sandbox: Sandbox; words: typeof french | typeof english },
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { page, sandbox, words } = kiosk;
  const { joining, newPassword, lostPassword, frame } = words;
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);
  const field = (name: string) => page.getByLabel(name, { exact: true });

  await touch(joining.open);
  await arriveAt(joining.start.title);
  await visit('create account');
  await touch(joining.start.noEmail);
  await arriveAt(joining.noEmail.title);
  await visit('create account, no e-mail');
  await touch(frame.back);
  await touch(joining.start.go);
  await arriveAt(joining.number.title);
  await visit('create account, number');
  await field(joining.number.label).fill(MARGUERITE.number);
  await touch(joining.next);
  await arriveAt(joining.name.title);
  await visit('create account, name');
  await field(joining.name.label).fill('Somebody');
  await touch(joining.next);
  await arriveAt(joining.birth.title);
  await visit('create account, birth date');
  await typeBirthDate(page, words, MARGUERITE.birthDate);
  await touch(joining.next);
  await arriveAt(joining.refused.title);
  await visit('create account, refused');
  await page.getByRole('region', { name: joining.refused.name }).getByRole('button').click();
  await field(joining.name.label).fill(MARGUERITE.name);
  await touch(joining.next);
  await touch(joining.next);
  await arriveAt(joining.email.title);
  await visit('create account, e-mail');
  await field(joining.email.label).fill(MARGUERITE.email);
  await touch(joining.next);
  await arriveAt(newPassword.title);
  await field(newPassword.label).fill('motdepasse123');
  await visit('create account, password too easy');
  await field(newPassword.label).fill(NEW_PASSWORD);
  await field(newPassword.again).fill('something else');
  await touch(joining.next);
  await expect(page.getByText(newPassword.different)).toBeVisible();
  await visit('create account, passwords differ');
  await field(newPassword.again).fill(NEW_PASSWORD);
  await touch(joining.next);
  await arriveAt(joining.consent.title);
  await visit('create account, consent');
  await touch(joining.consent.accept);
  await arriveAt(joining.wait.title);
  await visit('create account, waiting for the e-mail');
  await fetch(linkIn(lastEmail(sandbox)));
  await expect(page.getByText(joining.wait.phases.opened)).toBeVisible();
  await visit('create account, link opened');
  await touch(joining.wait.correct);
  await arriveAt(joining.email.correctTitle);
  await visit('create account, another address');
  await touch(frame.back);
  await touch(joining.wait.later);
  await arriveAt(joining.later.title);
  await visit('create account, later');
  sandbox.tenantApi.faults.set('readTenantRegistration', {
    effect: { kind: 'status', status: 404, code: 'registration.unknown' },
  });
  await touch(frame.back);
  await expect(page.getByText(joining.wait.over)).toBeVisible();
  await visit('create account, over');
  sandbox.tenantApi.faults.clear();
  await touch(joining.wait.restart);
  await touch(joining.start.go);
  await field(joining.number.label).fill('0104473');
  await touch(joining.next);
  await field(joining.name.label).fill('Martin');
  await touch(joining.next);
  await typeBirthDate(page, words, '1952-05-17');
  await touch(joining.next);
  await arriveAt(joining.already.title);
  await visit('create account, already there');

  await page.getByRole('button', { name: joining.already.lostText }).click();
  await arriveAt(lostPassword.email.title);
  await visit('lost password');
  await field(joining.email.label).fill('odile.petit@exemple.fr');
  await touch(lostPassword.email.send);
  await arriveAt(lostPassword.code.title);
  await visit('lost password, code');
  const code = codeIn(lastEmail(sandbox));
  await field(lostPassword.code.label).fill(code === '000000' ? '000001' : '000000');
  await touch(lostPassword.code.submit);
  await expect(page.getByRole('alert')).toHaveText(words.errors.RESET_CODE_WRONG);
  await visit('lost password, wrong code');
  await field(lostPassword.code.label).fill(code);
  await touch(lostPassword.code.submit);
  await arriveAt(lostPassword.password.title);
  await visit('lost password, new password');
  await touch(frame.back);
  await touch(frame.back);
  await arriveAt(words.signIn.title);
}
