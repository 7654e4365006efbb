/** How fast a person gets from screen to screen. */
import words from '../../../renderer/messages/fr.json' with { type: 'json' };
import type { PageConnection } from '../page-connection.ts';
import { quantile } from '../quantiles.ts';
import { startElectron } from '../started-electron.ts';
import { type Login, type Program, signIn, untilHeading } from './programs.ts';

const SCREEN_CHANGES = 50;

export interface Journey {
  signInToAccountMs: number;
  tapToScreenP95Ms: number;
}

export async function measureJourney(kiosk: Program, login: Login): Promise<Journey> {
  const started = await startElectron(kiosk);
  try {
    const page = await started.page();
    const signInToAccountMs = await measureSignInToAccount(page, login);
    const changes: number[] = [];
    while (changes.length < SCREEN_CHANGES) {
      changes.push(await tapToScreen(page, words.frame.back, words.home.title.split(' ')[0] ?? ''));
      changes.push(await tapToScreen(page, words.home.account, words.account.title));
    }
    page.close();
    return { signInToAccountMs, tapToScreenP95Ms: quantile(changes, 0.95) };
  } finally {
    await started.stop();
  }
}

/** From the touch on "sign in" to the first entries of the account: two screens and what the API has to say. */
async function measureSignInToAccount(page: PageConnection, login: Login): Promise<number> {
  await signIn(page, login);
  const signedInAt = await page.evaluate<number>('performance.now()');
  await page.touch(words.home.account);
  const shownAt = await page.evaluate<number>(`new Promise((resolve) => {
    const look = () => document.querySelector('tbody tr')
      ? requestAnimationFrame(() => resolve(performance.now()))
      : requestAnimationFrame(look);
    look();
  })`);
  return shownAt - signedInAt;
}

/** From the touch to the frame after the one that drew the new screen's heading. */
async function tapToScreen(page: PageConnection, button: string, heading: string): Promise<number> {
  // Nothing of value to the bench itself: it would wait for the click before making it.
  await page.evaluate(`void (window.tappedAt = new Promise((resolve) =>
    document.addEventListener('click', (event) => resolve(event.timeStamp), { capture: true, once: true })))`);
  await page.touch(button);
  const paintedAt = await untilHeading(page, heading);
  return paintedAt - (await page.evaluate<number>('window.tappedAt'));
}
