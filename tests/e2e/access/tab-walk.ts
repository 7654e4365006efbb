/** Goes through a screen with the Tab key alone. */
import type { Page } from 'playwright/test';

/** No screen has so many stops; a group is one. */
const MOST_STOPS = 30;

/** @returns what the Tab key does not reach, and where the focus cannot be seen, in a line each */
export async function tabFindings(page: Page): Promise<string[]> {
  const findings = new Set<string>();
  await page.evaluate(() => {
    Object.assign(window, { reached: new Set() });
  });

  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'nowhere';
      const { reached } = window as unknown as { reached: Set<Element | null> };
      if (reached.has(focused)) return 'round';
      // In a group the arrow keys go on from where the Tab key came in.
      reached.add(focused).add(focused.closest('[role="radiogroup"], [role="group"]'));
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return isSeen ? 'seen' : `the focus cannot be seen on <${focused.localName} ${focused.className}>`;
    });
    if (stop === 'round') break;
    if (stop !== 'seen' && stop !== 'nowhere') findings.add(stop);
  }

  const missed = await page.evaluate(() => {
    const { reached } = window as unknown as { reached: Set<Element> };
    const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')];
    const scope = dialogs.at(-1) ?? document.body;
    return [...scope.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')]
      .filter((target) => target.checkVisibility() && !target.disabled && !reached.has(target))
      .filter((target) => {
        const group = target.closest('[role="radiogroup"], [role="group"]');
        return !group || !reached.has(group);
      })
      .map((target) => `the Tab key does not reach <${target.localName}> "${target.textContent}"`);
  });
  return [...findings, ...missed];
}
