/** The two programs that are compared, started alike: the kiosk as it is built, and a bare window. */
import { resolve } from 'node:path';
import words from '../../../renderer/messages/fr.json' with { type: 'json' };
import type { PageConnection } from '../page-connection.ts';
import type { StartedElectron } from '../started-electron.ts';

export interface Program {
  executable: string;
  folder: string;
  environment: NodeJS.ProcessEnv;
  switches?: readonly string[];
  /** Goes from the first screen to the one whose memory is measured. */
  goToMeasuredScreen(started: StartedElectron): Promise<void>;
}

export interface Login {
  email: string;
  password: string;
}

const root = resolve(import.meta.dirname, '../../..');

export function bareProgram(executable: string): Program {
  return {
    executable,
    folder: resolve(import.meta.dirname, '../bare-window'),
    environment: process.env,
    goToMeasuredScreen: async () => {},
  };
}

export function kioskProgram(
  executable: string,
  sandboxEnvironment: Readonly<Record<string, string>>,
  login: Login,
): Program {
  return {
    executable,
    folder: root,
    environment: { ...process.env, ...sandboxEnvironment },
    async goToMeasuredScreen(started) {
      const page = await started.page();
      await signIn(page, login);
      await untilHeading(page, words.home.title.split(' ')[0] ?? '');
      page.close();
    },
  };
}

export async function signIn(page: PageConnection, login: Login): Promise<void> {
  await page.touch(words.attract.invitation);
  await untilHeading(page, words.signIn.title);
  await page.evaluate(`document.querySelectorAll('input')[0].focus()`);
  await page.type(login.email);
  await page.evaluate(`document.querySelectorAll('input')[1].focus()`);
  await page.type(login.password);
  await page.touch(words.signIn.submit);
}

/** Resolves with the time, in the page's milliseconds, at which the screen with this heading had been painted. */
export function untilHeading(page: PageConnection, text: string): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const heading = document.querySelector('h1');
      if (heading?.textContent.startsWith(${JSON.stringify(text)})) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}
