import { type Mark, moveMark, type Strip } from './strip.ts';

/** Fills pages of the given height from top to bottom. Strips that belong together move to a new page together. */
export function paginate(strips: readonly Strip[], pageHeight: number): Mark[][] {
  const pages: Mark[][] = [[]];
  let used = 0;

  function place(strip: Strip) {
    if (strip.isSpace && used === 0) return;
    if (strip.heading && used === 0) place(strip.heading);
    pages.at(-1)?.push(...strip.marks.map((mark) => moveMark(mark, 0, used)));
    used += strip.height;
  }

  function turnPage() {
    pages.push([]);
    used = 0;
  }

  for (const group of groupKeptTogether(strips)) {
    const height = heightOf(group);
    const fitsOnAPage = height + (group[0]?.heading?.height ?? 0) <= pageHeight;
    if (fitsOnAPage && used > 0 && used + height > pageHeight) turnPage();
    for (const strip of group) {
      if (used > 0 && used + strip.height > pageHeight) turnPage();
      place(strip);
    }
  }
  return pages;
}

function groupKeptTogether(strips: readonly Strip[]): Strip[][] {
  const groups: Strip[][] = [];
  let group: Strip[] = [];
  for (const strip of strips) {
    group.push(strip);
    if (strip.keepWithNext) continue;
    groups.push(group);
    group = [];
  }
  return group.length > 0 ? [...groups, group] : groups;
}

function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip) => sum + strip.height, 0);
}
