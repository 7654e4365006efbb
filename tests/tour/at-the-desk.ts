/** What a member of staff at the desk sees: who calls, and then one person whom they guide. */
import { expect } from 'playwright/test';
import { deskWords, mirrorOn, openDeskWindow, signInAtDesk, startGuiding } from '../e2e/desk.ts';
import { begin, heading, openWithoutSigningIn } from '../e2e/journey.ts';
import { attractScreen, launchKiosk } from '../e2e/kiosk.ts';
import { words } from '../e2e/words.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { takePicture } from './pictures.ts';

const { frame, help, helpCall, withoutSigningIn } = words;

export async function atTheDesk(sandbox: Sandbox): Promise<void> {
  const app = await launchKiosk(sandbox.environment);
  try {
    const kiosk = await attractScreen(app);
    const { page, close } = await openDeskWindow(sandbox);
    try {
      const touch = (name: string) => kiosk.getByRole('button', { name }).click();
      const state = page.getByRole('status');
      let number = 0;
      const step = (screen: string) => {
        number += 1;
        return takePicture(page, { window: 'desk', number, screen });
      };

      await step('sign-in');
      await signInAtDesk(page);
      await expect(page.getByText(deskWords.nobody)).toBeVisible();
      await step('nobody calls');
      await begin(kiosk);
      await touch(help.open);
      await touch(helpCall.call);
      await expect(page.getByRole('button', { name: deskWords.take })).toBeVisible();
      await step('somebody calls');
      await touch(helpCall.callOff);
      await touch(frame.close);

      await openWithoutSigningIn(kiosk);
      await startGuiding(kiosk, page);
      await expect(mirrorOn(page).getByRole('heading', { level: 1 })).toHaveText(withoutSigningIn.title);
      await step('guiding');
      await touch(frame.back);
      await expect(heading(kiosk)).toHaveText(words.signIn.title);
      await expect(state).toHaveText(deskWords.alone);
      await step('the person is alone');
      await touch(frame.leave);
      await expect(state).toHaveText(deskWords.over);
      await step('it is over');
    } finally {
      await close();
    }
  } finally {
    await app.close();
  }
}
