/** Carries out one line of the catalogue. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electronFlags, electronRuntime } from '../../../build/electron-runtime.mjs';
import { projectRoot } from '../../../build/project.mjs';
import type { How, Situation, Spot } from './catalogue.ts';
import { drop, gesture } from './fingers.ts';
import type { Place } from './hands.ts';
import type { KioskOnStage } from './kiosk-on-stage.ts';
import { placeOnSite } from './partner.ts';
import { runInPage } from './run-in-page.ts';
import type { Stage } from './stage.ts';

/** Nothing of the kiosk's is there to be touched, on any of its screens. */
const GROUND: Place = { x: 4, y: 1_200 };
/** Over there it is the partner's, and the kiosk's own is the bar above. */
const GROUND_BESIDE_PARTNER: Place = { x: 4, y: 150 };
const OUTSIDE: Place = { x: 1_079, y: 1_919 };

const SECOND_START_PATIENCE_MS = 10_000;

export function groundOf(situation: Situation): Place {
  return situation === 'partner site' ? GROUND_BESIDE_PARTNER : GROUND;
}

/** What came of it, as far as the attempt itself is told: the name of an error, or the text of a value. */
export async function carryOut(how: How, stage: Stage, started: KioskOnStage): Promise<string> {
  const { hands } = stage;
  if ('press' in how) await hands.press(...how.press);
  else if ('click' in how) {
    const { click, on, ...options } = how;
    await hands.click(click, await placeOf(on, started), options);
  } else if ('drag' in how) {
    const to = how.to === 'outside' ? OUTSIDE : await placeOf(how.to, started);
    await hands.drag(await placeOf(how.drag, started), to);
  } else if ('touch' in how) await gesture(how.touch, started.devTools);
  else if ('drop' in how) await drop(how.drop, stage.broughtFile, started.devTools);
  else if ('run' in how)
    return runInPage(started.app, how.run, { WITNESS: `127.0.0.1:${stage.witness.port}` });
  else return startAgain(how.start, stage);
  return 'done';
}

/** A link to the kiosk's own page is laid out for those who want to click one. */
async function placeOf(spot: Spot, { app, page, situation }: KioskOnStage): Promise<Place> {
  if (spot === 'ground') return groundOf(situation);
  if (spot === 'site' || spot === 'site link') return placeOnSite(app, spot === 'site' ? 'p' : 'a');
  const place = await page.evaluate((spot) => {
    const selectors = {
      words: 'h1',
      button: 'button',
      link: '#escape-link',
      field: 'input',
      pad: '.signature-pad',
    };
    if (spot === 'link') {
      const link = document.createElement('a');
      Object.assign(link, {
        id: 'escape-link',
        className: 'escape-made',
        href: location.href,
        textContent: 'Elsewhere',
      });
      Object.assign(link.style, { position: 'fixed', inset: '900px auto auto 0', zIndex: '9999' });
      document.body.append(link);
    }
    const box = document.querySelector(selectors[spot])?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, spot);
  if (!place) throw new Error(`There is no ${spot} on this screen.`);
  return place;
}

async function startAgain(words: readonly string[], stage: Stage): Promise<string> {
  const second = spawn(electronRuntime().executable, [...electronFlags(), projectRoot, ...words], {
    env: { ...process.env, ...stage.environment },
    stdio: 'ignore',
    timeout: SECOND_START_PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const [code, signal] = await once(second, 'exit');
  return signal === null ? `exit ${code}` : `still running`;
}
