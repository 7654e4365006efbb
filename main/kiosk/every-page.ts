/** For what has to hold in every page that the program will ever make, whoever makes it. */
import type { App, WebContents } from 'electron';

export interface EveryPage {
  start(): void;
  stop(): void;
}

/** @param hold makes it hold in one page, and returns the way to let go of that page */
export function everyPage(
  app: Pick<App, 'on' | 'off'>,
  hold: (contents: WebContents) => () => void,
): EveryPage {
  const releases = new Map<WebContents, () => void>();

  const begin = (_event: unknown, contents: WebContents): void => {
    // Developer's tools are no page for people; where there are people, there are no such tools.
    if (contents.getType() === 'remote') return;
    // Looked for here instead of being listened for: each of twenty measures would listen to each page.
    for (const known of releases.keys()) if (known.isDestroyed()) releases.delete(known);
    releases.set(contents, hold(contents));
  };

  return {
    start: () => void app.on('web-contents-created', begin),
    stop() {
      app.off('web-contents-created', begin);
      for (const [contents, release] of releases) if (!contents.isDestroyed()) release();
      releases.clear();
    },
  };
}
