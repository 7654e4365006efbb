/** Goes once through the screens of a tenant's own details, from the home screen and back to it. */
import { expect, type Page } from 'playwright/test';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';

export async function visitSituation(
  page: Page,
  words: typeof french | typeof english,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { situation: t, menus, dateFields, documents, frame } = words;
  const button = (name: string) => page.getByRole('button', { name });
  const touch = (name: string) => button(name).click();
  const goBack = () => page.getByRole('button', { name: frame.back, exact: true }).click();
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);

  await touch(menus.situation.text);
  await arriveAt(menus.situation.title);
  await visit('situation');
  await touch(t.sections.contact.tileText);
  await expect(button(t.edit.email)).toBeVisible();
  await visit('contact details');
  await touch(t.edit.mobilePhone);
  await page.getByLabel(t.fields.mobilePhone).fill('05 49');
  await touch(dateFields.next);
  await expect(page.getByRole('alert')).toHaveText(t.faults.phoneTooShort);
  await visit('contact details, number too short');
  await touch(t.removeNumber);
  await arriveAt(t.confirm.title);
  await visit('contact details, number to be removed');
  await goBack();
  await goBack();
  await touch(t.edit.postalAddress);
  await page.getByLabel(t.fields.line).fill('12 rue de la Marne');
  await visit('contact details, street');
  await touch(dateFields.next);
  await arriveAt(t.questions.town.title);
  await touch(dateFields.next);
  await expect(page.getByRole('alert')).toHaveCount(2);
  await visit('contact details, no town');
  await page.getByLabel(t.fields.postcode).fill('86000');
  await page.getByLabel(t.fields.city).fill('Poitiers');
  await touch(dateFields.next);
  await arriveAt(t.proof.title);
  await visit('contact details, proof');
  await touch(t.proof.without);
  await arriveAt(t.confirm.title);
  await visit('contact details, confirmation');
  await goBack();
  await goBack();
  await goBack();
  await goBack();
  await goBack();

  await touch(t.sections.family.tileText);
  await expect(button(t.addPerson)).toBeVisible();
  await visit('family');
  await touch(t.edit.familyStatus);
  await arriveAt(t.questions.familyStatus.title);
  await visit('family, status');
  await touch(t.familyStatuses.civilUnion);
  await arriveAt(t.proof.title);
  await visit('family, proof');
  await touch(t.proof.without);
  await touch(t.confirm.send);
  await expect(page.getByText(t.sent.transmitted)).toBeVisible();
  await visit('family, sent');
  await touch(t.sent.overview);
  await expect(button(t.withdraw).first()).toBeVisible();
  await visit('family, pending');
  await touch(t.addPerson);
  await arriveAt(t.questions.names.title);
  await page.getByLabel(t.fields.givenName, { exact: true }).fill('Léa');
  await page.getByLabel(t.fields.familyName, { exact: true }).fill('Martin');
  await visit('family, names');
  await goBack();
  await goBack();
  await touch(t.sections.work.tileText);
  await expect(button(t.edit.work)).toBeVisible();
  await visit('work');
  await goBack();
  await goBack();
  await expect(button(documents.tileText).or(button(menus.documents.text))).toBeVisible();
}
