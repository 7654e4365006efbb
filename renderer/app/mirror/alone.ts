/**
 * When nobody looks on: each step that staff beside the person would have to hand over (app/alone-steps.ts), and
 * passwords, staff codes, payments, mandates, signatures, the camera and what is typed into a partner's page, whatever
 * their screens say. It is read off the
 * page itself, so that a screen need not know that there is a mirror.
 */
export const ALONE = [
  '[data-alone]',
  'input[type="password"]',
  '.signature-pad',
  '.staff__pad',
  '.partner-visit__keyboard',
  ...['payment', 'paymentOutcome', 'quickPay', 'cameraScan', 'directDebit', 'signature'].map(
    (screen) => `[data-screen="${screen}"]`,
  ),
].join(', ');

export function isPersonAlone(page: ParentNode): boolean {
  return page.querySelector(ALONE) !== null;
}

/** Tells each change. @returns the way to stop watching */
export function watchAlone(document: Document, tell: (isAlone: boolean) => void): () => void {
  let isAlone = isPersonAlone(document);
  const look = () => {
    const now = isPersonAlone(document);
    if (now === isAlone) return;
    isAlone = now;
    tell(now);
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['type', 'data-alone', 'data-screen', 'class'],
  });
  return () => watcher.disconnect();
}
