/** Asks a page for a sign of life. */
import type { WebContents } from 'electron';

export type AskedPage = Pick<WebContents, 'isDestroyed' | 'once' | 'off'> & {
  readonly mainFrame: Pick<WebContents['mainFrame'], 'executeJavaScript'>;
};

/**
 * Resolves when the page has answered, or has shown another document meanwhile. A question goes with the document it
 * was asked of: when another comes in its place within the same process, nobody answers it any more, and a page that
 * has just been brought back would be taken for one that hangs. Only a page that is alive shows another document.
 */
export async function askPage(page: AskedPage): Promise<void> {
  if (page.isDestroyed()) return;
  const { promise: replaced, resolve } = Promise.withResolvers<void>();
  const isReplaced = () => resolve();
  page.once('did-navigate', isReplaced);
  try {
    await Promise.race([page.mainFrame.executeJavaScript('0'), replaced]);
  } finally {
    page.off('did-navigate', isReplaced);
  }
}
