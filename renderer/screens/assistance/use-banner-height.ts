import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Tells the style sheets how much of the screen the banner takes: what stands in front of a screen stays below it. */
export function useBannerHeight(): RefObject<HTMLElement | null> {
  const banner = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = banner.current;
    if (!element) return;
    const { style } = document.documentElement;
    const measure = () => style.setProperty('--banner-height', `${element.offsetHeight}px`);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      style.removeProperty('--banner-height');
    };
  }, []);
  return banner;
}
