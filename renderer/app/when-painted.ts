/** Calls back in an idle moment after what is drawn now has been painted. */
export function whenPainted(callBack: () => void): void {
  // A frame is painted between two calls of this kind; an idle moment alone may come before the first.
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(callBack)));
}
