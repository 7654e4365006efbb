/** How long the person may still stay: the session's absolute limit, which a visit elsewhere does not stretch. */
import type { SessionSnapshot } from '../../../preload/contract.ts';

export interface StayClock {
  follow(state: SessionSnapshot['state']): void;
  secondsLeft(): number;
}

/** States with nobody in front of the kiosk. Whatever else there is, a session goes on in it. */
const NOBODY_THERE: readonly SessionSnapshot['state'][] = [
  'starting',
  'attract',
  'ending',
  'technician',
  'outOfService',
];

export function createStayClock(limitSeconds: number, nowMs: () => number): StayClock {
  let beganAtMs: number | null = null;
  return {
    follow(state) {
      if (NOBODY_THERE.includes(state)) beganAtMs = null;
      else beganAtMs ??= nowMs();
    },
    secondsLeft() {
      const passedMs = beganAtMs === null ? 0 : nowMs() - beganAtMs;
      return Math.max(0, Math.ceil(limitSeconds - passedMs / 1_000));
    },
  };
}
