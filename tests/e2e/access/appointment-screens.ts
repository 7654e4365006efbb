/** Goes once through the screens of an appointment, from the home screen and back to it. */
import { expect, type Page } from 'playwright/test';
import { heading } from '../journey.ts';
import type { english, words as french } from '../words.ts';

export async function visitAppointment(
  page: Page,
  words: typeof french | typeof english,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const { appointment: t, frame } = words;
  const touch = (name: string) => page.getByRole('button', { name }).click();
  const arriveAt = (title: string) => expect(heading(page)).toHaveText(title);
  const touchFirst = () => page.getByRole('main').getByRole('listitem').first().getByRole('button').click();

  await touch(words.menus.requests.text);
  await touch(t.tileText);
  await expect(page.getByText(t.noneYet)).toBeVisible();
  await visit('appointments, none');
  await touch(t.new);
  await arriveAt(t.subject.title);
  await visit('appointment, subject');
  await touch(t.subjects.papers);
  await arriveAt(t.place.title);
  await touchFirst();
  await arriveAt(t.day.title);
  await visit('appointment, day');
  await touchFirst();
  await arriveAt(t.time.title);
  await visit('appointment, hour');
  await touchFirst();
  await arriveAt(t.book.title);
  await touch(t.book.do);
  await arriveAt(t.booked.title);
  await visit('appointment, booked');
  await touch(t.toComing);
  await expect(page.getByRole('button', { name: t.cancel })).toBeVisible();
  await visit('appointments');
  await touch(t.move.open);
  await arriveAt(t.day.title);
  await touchFirst();
  await arriveAt(t.time.title);
  await touchFirst();
  await arriveAt(t.move.title);
  await visit('appointment, another date');
  await touch(t.move.do);
  await arriveAt(t.booked.movedTitle);
  await visit('appointment, moved');
  await touch(t.toComing);
  await touch(t.cancel);
  await arriveAt(t.cancellation.title);
  await visit('appointment, cancelled');
  await touch(t.cancellation.do);
  await expect(page.getByText(t.noneYet)).toBeVisible();
  await page.getByRole('button', { name: frame.back, exact: true }).click();
  await page.getByRole('button', { name: frame.back, exact: true }).click();
}
