/** The way to the central API: one axios instance that trusts nobody, and its kept-alive sockets. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosInstance } from 'axios';
import type { Log } from '../log/log.ts';
import { checkPinnedIdentity } from './pinned.ts';

/** What one request has shown of the way to the API. */
export interface RequestOutcome {
  /** `somethingElse`: a proxy, a captive portal, a wall; or the API in no state to answer. */
  answeredBy: 'api' | 'somethingElse' | 'nobody';
  durationMs: number;
}

export interface Connection {
  readonly http: AxiosInstance;
  readonly log: Log;
  readonly now: () => number;
  /** The API's time as far as it was told, in milliseconds since 1970; this machine's until then. */
  readonly timeThere: () => number;
  /** How much later it is here than there, to a second; null until the API has told its time. */
  readonly aheadMs: () => number | null;
  /** What an answer of the API says of its time, null when it says nothing. */
  readonly hearTime: (there: number | null) => void;
  /** Told after every request. */
  readonly onOutcome: (outcome: RequestOutcome) => void;
  close(): void;
}

const LOOPBACK_HOSTS = ['127.0.0.1', '[::1]', 'localhost'];

/** One person at a time, and the deliveries in the background. */
const MAX_SOCKETS = 8;

/** `baseUrl`: https, or http on this machine. Anything else throws, since the configuration was checked before. */
export function createConnection(options: {
  baseUrl: string;
  /** `sha256/…` of the server's public key, its successor's too: when given, no other is spoken to. */
  pins?: readonly string[] | undefined;
  log: Log;
  now: () => number;
  onOutcome: (outcome: RequestOutcome) => void;
}): Connection {
  const { baseUrl, pins, log, now, onOutcome } = options;
  if (!isSafe(baseUrl))
    throw new TypeError('the base URL of the tenant API is neither https nor on this machine');

  const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: MAX_SOCKETS });
  // Said here, so that no environment variable can say otherwise.
  const httpsAgent = new HttpsAgent({
    keepAlive: true,
    maxSockets: MAX_SOCKETS,
    rejectUnauthorized: true,
    // A session that is taken up again is not looked at a second time.
    ...(pins ? { maxCachedSessions: 0, checkServerIdentity: checkPinnedIdentity(pins) } : {}),
  });

  const http = axios.create({
    adapter: 'http',
    baseURL: baseUrl,
    allowAbsoluteUrls: false,
    httpAgent,
    httpsAgent,
    proxy: false,
    maxRedirects: 0,
    responseType: 'stream',
    // Every status is an answer; which one is right is `send`'s to say.
    validateStatus: null,
    paramsSerializer: { encode: encodeURIComponent },
    headers: {
      common: {
        Accept: 'application/json, application/problem+json',
        'Accept-Encoding': 'gzip',
        'User-Agent': 'ekidom-kiosk',
      },
    },
  });

  let aheadMs: number | null = null;

  return {
    http,
    log,
    now,
    timeThere: () => now() - (aheadMs ?? 0),
    aheadMs: () => aheadMs,
    hearTime: (there) => {
      if (there !== null) aheadMs = now() - there;
    },
    onOutcome,
    close: () => {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

function isSafe(baseUrl: string): boolean {
  const url = URL.parse(baseUrl);
  if (!url || url.username || url.password || url.search || url.hash) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname));
}
