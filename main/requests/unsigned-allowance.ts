/**
 * How much may be handed in here by people whom nobody knows: whoever wants to flood the landlord, or this disk, has to
 * begin anew each time, and comes to an end all the same.
 */
export interface UnsignedAllowance {
  isUsedUp(): boolean;
  use(): void;
  /** The person leaves. What the hour has had stays. */
  forget(): void;
}

/** A paper, another one, and something to say about them. */
const MOST_A_SESSION = 3;
/** More than people at one kiosk come to, and at eight megabytes each little for a disk. */
const MOST_AN_HOUR = 20;
const SECONDS_AN_HOUR = 3_600;

export function createUnsignedAllowance(
  /** A clock that nobody sets. */
  monotonicSeconds: () => number = () => performance.now() / 1_000,
): UnsignedAllowance {
  let inSession = 0;
  let lately: number[] = [];
  return {
    isUsedUp() {
      lately = lately.filter((at) => monotonicSeconds() - at < SECONDS_AN_HOUR);
      return inSession >= MOST_A_SESSION || lately.length >= MOST_AN_HOUR;
    },
    use() {
      inSession += 1;
      lately.push(monotonicSeconds());
    },
    forget() {
      inSession = 0;
    },
  };
}
