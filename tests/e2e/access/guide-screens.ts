/** Goes once through what is there while somebody at the desk guides; from any screen, and back to it. */
import { expect, type Page } from 'playwright/test';
import type { EventPayload } from '../../../preload/contract.ts';
import { heading } from '../journey.ts';
import { type english, filled, type words as french } from '../words.ts';

export interface GuidedKiosk {
  page: Page;
  words: typeof french | typeof english;
  /** In main's place: nobody has to sit at the desk here. */
  tell(told: EventPayload<'guide.changed'>): Promise<void>;
  show(shown: EventPayload<'guide.shown'>): Promise<void>;
}

const STAFF_NAME = 'Claire D.';

export async function visitGuide(
  { page, words, tell, show }: GuidedKiosk,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const t = words.guide;
  const button = (word: string) => page.getByRole('button', { name: word, exact: true });

  await tell({ name: 'waiting', pairingCode: '402718', expiresAt: '2018-07-11T12:42:00.000Z' });
  await expect(page.getByText(t.nothingYet)).toBeVisible();
  await visit('guide: the code');
  await tell({ name: 'asked', staffName: STAFF_NAME });
  await expect(
    page.getByRole('heading', { name: filled(t.consent.title, { name: STAFF_NAME }) }),
  ).toBeVisible();
  await visit('guide: consent');
  const guided = { name: 'guided', staffName: STAFF_NAME, sinceMs: Date.UTC(2018, 6, 11, 12, 32) } as const;
  await tell({ ...guided, isDeskThere: true, isAskedAgain: false });
  await expect(button(t.stop)).toBeVisible();
  await visit('guide: banner');
  await tell({ ...guided, isDeskThere: false, isAskedAgain: false });
  await expect(page.getByText(filled(t.deskAway, { name: STAFF_NAME }))).toBeVisible();
  await visit('guide: the line is cut');
  await tell({ ...guided, isDeskThere: true, isAskedAgain: false });
  await show({ type: 'words', text: 'Touchez le bouton bleu, en bas.' });
  await expect(button(t.read)).toBeVisible();
  await visit('guide: words from the desk');
  await button(t.read).click();
  await show({ type: 'suggest', page: 'usefulNumbers' });
  await expect(button(t.go)).toBeVisible();
  await visit('guide: a page is suggested');
  await button(t.stayHere).click();
  await button(t.reply).click();
  await expect(button(t.sentences.comeHere)).toBeVisible();
  await visit('guide: answer');
  await button(t.ownWords).click();
  await expect(page.getByRole('textbox', { name: t.ownWords })).toBeVisible();
  await visit('guide: answer in own words');
  await button(words.frame.close).click();
  await tell({ ...guided, isDeskThere: true, isAskedAgain: true });
  await expect(button(t.consentSignedIn.decline)).toBeVisible();
  await visit('guide: consent once more, signed in');
  await tell({ name: 'ended', reason: 'network', wasGuided: true });
  await expect(page.getByText(t.ended.network)).toBeVisible();
  await visit('guide: over');
  await button(words.assistance.tools.summary).click();
  await expect(page.getByRole('heading', { name: words.assistance.summary.title })).toBeVisible();
  await visit('guide: what was done');
  await tell({ name: 'failed', error: { code: 'API_UNREACHABLE' } });
  await expect(page.getByText(t.failed)).toBeVisible();
  await visit('guide: not begun');
  await tell({ name: 'none' });
  await expect(heading(page)).toBeVisible();
}
