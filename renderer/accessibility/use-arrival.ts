import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to a screen's title when the screen appears, so that a keyboard starts there and a screen
 * reader says where we are.
 *
 * @returns the ref for the title, which needs `tabIndex={-1}`
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}
