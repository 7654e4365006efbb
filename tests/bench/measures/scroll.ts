/** How smoothly a long account scrolls. */
import words from '../../../renderer/messages/fr.json' with { type: 'json' };
import { startElectron } from '../started-electron.ts';
import { type Login, type Program, signIn } from './programs.ts';

const STEP_PX = 300;
const PATIENCE_MS = 30_000;

export interface Scroll {
  /** The longest task of the page while twelve years of account are scrolled from the newest line to the oldest. */
  scrollHitchMs: number;
}

export async function measureScroll(kiosk: Program, longHistory: Login): Promise<Scroll> {
  const started = await startElectron(kiosk);
  try {
    const page = await started.page();
    await signIn(page, longHistory);
    await page.touch(words.home.account);
    const scrollHitchMs = await page.evaluate<number>(SCROLL_TO_THE_END);
    page.close();
    return { scrollHitchMs };
  } finally {
    await started.stop();
  }
}

/** The line of the opening balance stands under the oldest entry. */
const SCROLL_TO_THE_END = `new Promise((resolve, reject) => {
  let longestMs = 0;
  new PerformanceObserver((tasks) => {
    for (const { duration } of tasks.getEntries()) longestMs = Math.max(longestMs, duration);
  }).observe({ type: 'longtask' });
  const deadline = performance.now() + ${PATIENCE_MS};
  const scroll = () => {
    const box = document.querySelector('tbody')?.closest('[tabindex]');
    box?.scrollBy({ top: ${STEP_PX}, behavior: 'instant' });
    const end = document.querySelector('.ledger-opening')?.getBoundingClientRect();
    if (end && end.bottom <= box.getBoundingClientRect().bottom + 1) resolve(longestMs);
    else if (performance.now() > deadline) reject(new Error('the oldest line never came'));
    else requestAnimationFrame(scroll);
  };
  scroll();
})`;
