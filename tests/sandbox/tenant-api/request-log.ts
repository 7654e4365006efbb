/** One request that the API heard. No body, no token, no password. */
export interface LoggedRequest {
  readonly receivedAt: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly operationId: string | null;
  readonly kioskId: string | null;
  readonly idempotencyKey: string | null;
  /** Null when the caller got none. */
  readonly status: number | null;
  /** Given again for an idempotency key seen before. */
  readonly isReplay: boolean;
  /** A fault had a hand in it. */
  readonly isFaulty: boolean;
}

export interface RequestLog {
  /** The oldest first. */
  readonly requests: readonly LoggedRequest[];
  add(request: LoggedRequest): void;
  clear(): void;
}

const KEPT_REQUESTS = 10_000;
const KEPT_CHARACTERS = 1_000;

export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];

  return {
    requests,
    add(request) {
      requests.push({ ...request, target: request.target.slice(0, KEPT_CHARACTERS) });
      if (requests.length > KEPT_REQUESTS) requests.shift();
    },
    clear() {
      requests.length = 0;
    },
  };
}
