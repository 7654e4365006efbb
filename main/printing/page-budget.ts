/** How many pages one person may print, so that nobody prints hundreds by mistake. */
export interface PageBudget {
  /** Null when that many are not left; else the way to give them back, for pages that were never printed. */
  take(pages: number): (() => void) | null;
  /** For the next person. */
  renew(): void;
}

export function createPageBudget(pagesPerSession: number): PageBudget {
  let left = pagesPerSession;
  /** Goes up with every person: what an earlier one gives back is not for the next. */
  let person = 0;
  return {
    take(pages) {
      if (pages > left) return null;
      const takenBy = person;
      left -= pages;
      return () => {
        if (takenBy === person) left += pages;
      };
    },
    renew() {
      person += 1;
      left = pagesPerSession;
    },
  };
}
