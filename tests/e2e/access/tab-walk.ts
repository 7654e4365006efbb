/** Goes through a screen with the Tab key alone. */
import type { ElectronApplication, Page } from 'playwright/test';
import { stillness } from './appearance.ts';

/** No screen has so many stops; a group is one. */
const MOST_STOPS = 100;

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;

/** @returns what the Tab key does not reach, and where the focus cannot be seen, in a line each */
export async function tabFindings(app: ElectronApplication, page: Page): Promise<string[]> {
  // As many presses as there are stops, in one go: to ask after each of them takes longer than the presses.
  let stops = await page.evaluate(beginWalk);
  for (let pressed = 0; pressed < MOST_STOPS && stops > 0; ) {
    pressed += stops;
    await press(app, stops);
    stops = await page.evaluate(() => (window as unknown as Walking).walk.stopsLeft());
    if (stops > 0) continue;
    // What was walked over has scrolled, and with it come buttons that lead back.
    await stillness(page);
    stops = await page.evaluate(() => (window as unknown as Walking).walk.stopsLeft());
  }
  const { unseen, missed } = await page.evaluate(() => (window as unknown as Walking).walk.end());
  return [
    ...unseen.map((target) => `the focus cannot be seen on ${target}`),
    ...missed.map((target) => `the Tab key does not reach ${target}`),
  ];
}

/** By main's own inspector of the page: each press from here would be two messages through three processes. */
async function press(app: ElectronApplication, times: number): Promise<void> {
  await app.evaluate(
    async ({ BrowserWindow }, { times, tab }) => {
      const inspector = BrowserWindow.getAllWindows()[0]?.webContents.debugger;
      const presses = Array.from({ length: times }).flatMap(() =>
        ['rawKeyDown', 'keyUp'].map((type) =>
          inspector?.sendCommand('Input.dispatchKeyEvent', { type, ...tab }),
        ),
      );
      await Promise.all(presses);
    },
    { times, tab: TAB },
  );
}

interface Walking {
  walk: { stopsLeft(): number; end(): { unseen: string[]; missed: string[] } };
}

/** Runs in the page: notes from now on where the focus is, and tells how many stops it has not been to yet. */
function beginWalk(): number {
  const GROUPS = '[role="radiogroup"], [role="group"]';
  const reached = new Set<Element>();
  const unseen = new Set<string>();
  const nameOf = (element: Element) =>
    `<${element.localName} ${element.className}> "${element.getAttribute('aria-label') ?? element.textContent}"`;
  /** In a group the arrow keys go on from where the Tab key came in. */
  const stopOf = (element: Element) => element.closest(GROUPS) ?? element;

  const noteFocus = () => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return;
    reached.add(stopOf(focused));
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) unseen.add(nameOf(focused));
  };
  document.addEventListener('focusin', noteFocus, { capture: true });

  const walk: Walking['walk'] = {
    stopsLeft() {
      // The one stop of a dialog that had the focus from the beginning: it comes to nowhere else.
      noteFocus();
      return countStops(missed());
    },
    end() {
      document.removeEventListener('focusin', noteFocus, { capture: true });
      return { unseen: [...unseen], missed: missed().map(nameOf) };
    },
  };
  Object.assign(window, { walk });
  return countStops(missed());

  function missed(): Element[] {
    const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')];
    const scope = dialogs.at(-1) ?? document.body;
    return [...scope.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')]
      .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.disabled)
      .filter((target) => !reached.has(stopOf(target)));
  }

  function countStops(targets: readonly Element[]): number {
    return new Set(targets.map(stopOf)).size;
  }
}
