/** Goes through a screen with the Tab key alone. */
import type { Page } from 'playwright/test';

/** No screen has so many stops; a group is one. */
const MOST_STOPS = 40;

/** @returns what the Tab key does not reach, and where the focus cannot be seen, in a line each */
export async function tabFindings(page: Page): Promise<string[]> {
  const unseen = new Set<string>();
  let missed = await page.evaluate(noteFocus);
  for (let presses = 0; presses < MOST_STOPS && missed.targets.length > 0; presses += 1) {
    await page.keyboard.press('Tab');
    missed = await page.evaluate(noteFocus);
    if (missed.unseen) unseen.add(`the focus cannot be seen on ${missed.unseen}`);
  }
  await page.evaluate(() => Reflect.deleteProperty(window, 'reached'));
  return [...unseen, ...missed.targets.map((target) => `the Tab key does not reach ${target}`)];
}

/** Runs in the page: notes where the focus is, and tells where it has not been yet. */
function noteFocus(): { targets: string[]; unseen: string | null } {
  const GROUPS = '[role="radiogroup"], [role="group"]';
  const walk = window as unknown as { reached?: Set<Element> };
  const reached = walk.reached ?? new Set();
  const isFirstLook = !walk.reached;
  walk.reached = reached;
  const nameOf = (element: Element) =>
    `<${element.localName} ${element.className}> "${element.getAttribute('aria-label') ?? element.textContent}"`;

  let unseen: string | null = null;
  const focused = document.activeElement;
  if (!isFirstLook && focused && focused !== document.body) {
    reached.add(focused);
    // In a group the arrow keys go on from where the Tab key came in.
    const group = focused.closest(GROUPS);
    if (group) reached.add(group);
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) unseen = nameOf(focused);
  }

  const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')];
  const scope = dialogs.at(-1) ?? document.body;
  const targets = [...scope.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')]
    .filter((target) => target.checkVisibility() && !target.disabled)
    .filter((target) => {
      const group = target.closest(GROUPS);
      return !reached.has(target) && !(group && reached.has(group));
    });
  return { targets: targets.map(nameOf), unseen };
}
