/** The API's own time, which tests may move on: tokens expire and delays end without anybody waiting. */
export interface Clock {
  nowMilliseconds(): number;
  advanceSeconds(seconds: number): void;
  reset(): void;
}

export function createClock(): Clock {
  let aheadMilliseconds = 0;
  return {
    nowMilliseconds: () => Date.now() + aheadMilliseconds,
    advanceSeconds(seconds) {
      aheadMilliseconds += seconds * 1_000;
    },
    reset() {
      aheadMilliseconds = 0;
    },
  };
}

/** `2018-06-26T09:30:00.000Z` */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The landlord's day, `2018-06-26`: it changes at midnight in Poitiers, wherever the machine stands. */
export function dayInFrance(milliseconds: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(milliseconds);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
