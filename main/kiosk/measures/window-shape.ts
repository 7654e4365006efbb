/** A page neither moves the window nor makes it another size. */
import type { App } from 'electron';
import { everyPage } from '../every-page.ts';
import type { Measure } from '../measure.ts';

export function windowShape(app: Pick<App, 'on' | 'off'>): Measure {
  const pages = everyPage(app, (contents) => {
    const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
    contents.on('content-bounds-updated', refuse);
    return () => void contents.off('content-bounds-updated', refuse);
  });
  return { name: 'window shape', apply: pages.start, undo: pages.stop };
}
