/**
 * When nobody looks on: passwords and staff codes, payments, mandates and signatures, and what changes who the tenant
 * is for the landlord. It is read off the page itself, so that a screen need not know that there is a mirror.
 */
const ALONE = [
  '[data-alone]',
  'input[type="password"]',
  '.signature-pad',
  '.staff__pad',
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
