/** The way to a page by its name, for whoever accepts what the desk suggests. Who walks between pages keeps it open. */
import type { GuidePage } from '../../preload/guide-pages.ts';

/** False where that page is not to be had here and now. */
type Go = (page: GuidePage) => boolean;

let walker: Go | null = null;

export const pageDoor = {
  /** @returns the way to close it */
  keepOpen(go: Go): () => void {
    walker = go;
    return () => {
      if (walker === go) walker = null;
    };
  },
  go: (page: GuidePage): boolean => walker?.(page) ?? false,
};
