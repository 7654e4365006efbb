import type { Answer } from './answer.ts';
import type { KioskToken } from './generated/model/index.ts';

/** Renewed so long before it ends that no request is on its way when it does. */
const RENEW_BEFORE_END_SECONDS = 60;

export interface KioskTokenKeeper {
  /** The token to send with every request: the one at hand, or a new one that all who wait share. */
  take(): Promise<Answer<string>>;
  /** A new one, whatever is at hand; one that is being fetched will do. */
  renew(): Promise<Answer<string>>;
  /** The API did not accept it. Does nothing when another has taken its place since. */
  forget(token: string): void;
}

export function createKioskTokenKeeper(options: {
  fetch: () => Promise<Answer<KioskToken>>;
  now: () => number;
  /** By the clock that says when a token ends. */
  timeThere: () => number;
}): KioskTokenKeeper {
  const { fetch, now, timeThere } = options;
  let held: { token: string; takenAt: number; renewAt: number } | null = null;
  let underWay: Promise<Answer<string>> | null = null;

  return {
    take: async () => {
      // A clock that was put back would make an old token look young.
      if (held && held.takenAt <= now() && now() < held.renewAt) return { ok: true, value: held.token };
      return renew();
    },
    renew,
    forget: (token) => {
      if (held?.token === token) held = null;
    },
  };

  function renew(): Promise<Answer<string>> {
    underWay ??= fetchAndHold().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  async function fetchAndHold(): Promise<Answer<string>> {
    const answer = await fetch();
    if (!answer.ok) return answer;
    const takenAt = now();
    const lifeMs = Date.parse(answer.value.expiresAt) - timeThere();
    const marginMs = Math.min(RENEW_BEFORE_END_SECONDS * 1_000, lifeMs / 2);
    held = { token: answer.value.token, takenAt, renewAt: takenAt + lifeMs - marginMs };
    return { ok: true, value: answer.value.token };
  }
}
