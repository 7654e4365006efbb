/** Goes once through the screens of requests and complaints, from the home screen and back to it. */
import { expect, type Page } from 'playwright/test';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';

type Words = typeof french | typeof english;
type Visit = (screen: string) => Promise<void>;

/** For somebody who has asked for something that was answered, `reference`, and can attach documents. */
export async function visitRequests(
  page: Page,
  words: Words,
  reference: string,
  visit: Visit,
): Promise<void> {
  const { requests: t, followUps, frame } = words;
  const touch = (name: string) => page.getByRole('button', { name }).click();
  const goBack = () => page.getByRole('button', { name: frame.back, exact: true }).click();
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);

  await touch(words.menus.requests.text);
  await arriveAt(words.menus.requests.title);
  await visit('menu of requests');
  await touch(followUps.tileText);
  await expect(page.locator('tbody').getByRole('row')).not.toHaveCount(0);
  await visit('follow-ups');
  await goBack();

  await touch(t.tiles.writeText);
  await arriveAt(t.form.title);
  await visit('request, what about');
  await touch(t.urgent.tileText);
  await arriveAt(t.urgent.title);
  await visit('request, whom to call');
  await touch(t.urgent.goOn);
  await touch(t.natureTexts.incivility);
  await expect(page.getByText(t.form.topic)).toBeVisible();
  await visit('request, which subject');
  await touch(t.topics.noise);
  await arriveAt(t.anonymity.title);
  await visit('request, anonymous or not');
  await goBack();
  await goBack();
  await touch(t.natureTexts.dwelling);
  await touch(t.topics.damp);
  await expect(page.getByText(t.form.place)).toBeVisible();
  await visit('request, where exactly');
  await touch(t.places.bedroom);
  await arriveAt(t.text.title);
  await touch(t.form.next);
  await expect(page.getByRole('alert')).toHaveText(t.text.empty);
  await visit('request, nothing written');
  await page.getByLabel(t.text.label).fill('Moisissure au plafond\nلا يوجد ماء 👩‍👧');
  await visit('request, written');
  await touch(t.form.next);
  await arriveAt(t.summary.title);
  await visit('request, summary');
  await touch(t.summary.send);
  await expect(page.getByText(t.sent.transmitted)).toBeVisible();
  await visit('request, transmitted');

  await touch(t.sent.toList);
  await expect(page.getByRole('button', { name: reference })).toBeVisible();
  await visit('requests');
  await touch(reference);
  await expect(page.getByRole('button', { name: t.settle.no })).toBeVisible();
  await visit('request, its thread');
  await touch(t.settle.no);
  await arriveAt(t.notSettled.title);
  await visit('request, what is still wrong');
  await goBack();
  await touch(t.settle.yes);
  await expect(page.getByText(t.wordSent.settled.transmitted)).toBeVisible();
  await visit('request, settled');
  await touch(t.wordSent.toRequest);
  await expect(page.getByRole('button', { name: t.settle.again })).toBeVisible();
  await goBack();
  await goBack();
  await goBack();
}

/** For somebody who has not signed in, from what can be done without and back to it. */
export async function visitAssistance(page: Page, words: Words, visit: Visit): Promise<void> {
  const { requests: t } = words;
  const touch = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await page.getByRole('button', { name: t.tiles.assistanceText }).click();
  await page.getByLabel(t.text.label).fill('Je ne reçois pas l’e-mail.');
  await touch(t.form.next);
  await expect(heading(page)).toHaveText(t.person.title);
  await touch(t.form.next);
  await expect(page.getByRole('alert')).toHaveText(t.person.nameMissing);
  await visit('assistance, no name');
  await page.getByLabel(t.person.name).fill('Jeanne Martin');
  await touch(t.form.next);
  await expect(heading(page)).toHaveText(t.reach.title);
  await visit('assistance, by telephone');
  await page.getByLabel(t.reach.phoneLabel).fill('06 12 34 56 78');
  await touch(t.form.next);
  await expect(heading(page)).toHaveText(t.summary.title);
  await visit('assistance, summary');
  await touch(t.summary.send);
  await expect(page.getByText(t.assistance.transmitted)).toBeVisible();
  await visit('assistance, transmitted');
  await touch(t.assistance.done);
}
