/**
 * Calls back in an idle moment after the page's first words stand on the display. Frames do not tell: the second one
 * may begin while the first is still on its way there, and what begins too early holds it up.
 */
export function whenPainted(callBack: () => void): void {
  const observer = new PerformanceObserver((paints) => {
    if (paints.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    requestIdleCallback(callBack);
  });
  observer.observe({ type: 'paint', buffered: true });
}
