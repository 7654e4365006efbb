/**
 * Keeps the page from being alone in its history: Chromium lets a page that is alone close its window
 * (main/kiosk/measures/script-close.ts). The step behind it is the same page, and going back to it changes nothing.
 */
export interface PageHistory {
  readonly length: number;
  readonly state: unknown;
  pushState(state: unknown, unused: string): void;
}

export function keepCompany(history: PageHistory): void {
  if (history.length < 2) history.pushState(history.state, '');
}
