/**
 * From the touch on "Imprimer" to the moment at which the printer has every byte of twelve years of account: read from
 * the central API page by page, added up, drawn, and sent. On loopback, and without the look at the pages that people
 * are offered in between.
 */
import { readFileSync, watch, writeFileSync } from 'node:fs';
import words from '../../../renderer/messages/fr.json' with { type: 'json' };
import type { PageConnection } from '../page-connection.ts';
import { median } from '../quantiles.ts';
import { startElectron } from '../started-electron.ts';
import { type Login, type Program, signIn, untilHeading } from './programs.ts';

const FIRST_PRINTS = 2;
const PRINTS = 9;
/** So many as all of them need: the budget of one person is not what is measured. */
const LIMITS = { pagesPerSession: 400, confirmAbovePages: 400 };

export interface TapToPrinter {
  print12PagesMs: number;
}

/** @param sandbox whose configuration is another one for so long */
export async function measureTapToPrinter(
  kiosk: Program,
  login: Login,
  { configFile, printedFolder }: { configFile: string; printedFolder: string },
): Promise<TapToPrinter> {
  const before = readFileSync(configFile, 'utf8');
  writeFileSync(configFile, JSON.stringify({ ...JSON.parse(before), printing: LIMITS }));
  const arrivals: number[] = [];
  const eye = watch(printedFolder, (_event, name) => {
    // Named so once the printer has handed it over whole.
    if (name && !name.startsWith('.')) arrivals.push(Date.now());
  });
  const started = await startElectron(kiosk);
  try {
    const page = await started.page();
    await signIn(page, login);
    await untilHeading(page, words.home.title.split(' ')[0] ?? '');
    const durations: number[] = [];
    for (let prints = 0; prints < FIRST_PRINTS + PRINTS; prints += 1) {
      arrivals.length = 0;
      const tappedAt = await printOnce(page);
      const arrivedAt = arrivals[0];
      if (arrivedAt === undefined) throw new Error('nothing was printed');
      if (prints >= FIRST_PRINTS) durations.push(arrivedAt - tappedAt);
    }
    page.close();
    return { print12PagesMs: median(durations) };
  } finally {
    await started.stop();
    eye.close();
    writeFileSync(configFile, before);
  }
}

/** @returns when the button was touched, in epoch milliseconds */
async function printOnce(page: PageConnection): Promise<number> {
  await page.touch(words.home.statement);
  await untilHeading(page, words.statement.title);
  await page.evaluate(`void (window.tappedAt = new Promise((resolve) =>
    document.addEventListener('click', (event) => resolve(Date.now() - (performance.now() - event.timeStamp)),
      { capture: true, once: true })))`);
  await page.touch(words.statement.printText);
  await untilHeading(page, words.printing.takePaper);
  const tappedAt = await page.evaluate<number>('window.tappedAt');
  await page.touch(words.statement.backHome);
  await untilHeading(page, words.home.title.split(' ')[0] ?? '');
  return tappedAt;
}
