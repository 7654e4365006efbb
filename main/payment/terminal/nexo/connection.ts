/** The way to the terminal: HTTPS that trusts one certificate, and says whether anything was sent. */
import { Agent } from 'node:https';
import { type ConnectionOptions, checkServerIdentity, connect } from 'node:tls';
import axios, { isAxiosError } from 'axios';
import type { NotSentReason, UnknownReason } from '../payment-terminal.ts';
import { machineTimers, type Timers } from '../timers.ts';
import { notSentBecauseOf } from '../unreachable.ts';
import type { NexoRequest } from './messages.ts';
import type { NexoSettings } from './nexo.ts';
import type { MessageProtection } from './protected-message.ts';

export interface NexoConnection {
  /** Sends once. Aborting the signal stops listening, and stops nothing at the terminal. */
  ask(request: NexoRequest, options: AskOptions): Promise<Asking>;
  /** Whether the terminal is there and is the right one. */
  reach(): Promise<NotSentReason | null>;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Called just before the request is sent. From then on, the terminal may act. */
  readonly onSent?: () => void;
}

export type Asking =
  | { readonly heard: 'answer'; readonly answer: unknown }
  | { readonly heard: 'nothing'; readonly reason: UnknownReason }
  | { readonly heard: 'notSent'; readonly reason: NotSentReason };

const CONNECT_TIMEOUT_MS = 5_000;
/** A payment's answer with both receipts stays below 20 kB. */
const MAX_ANSWER_BYTES = 256 * 1024;

/** What the certificate was refused for; see `verify(1)` of OpenSSL. */
const CERTIFICATE_CAUSE = /CERT|SELF_SIGNED|ISSUER|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/;

/** What the terminal proves itself with, and what is said is hidden with. */
export interface NexoTrust {
  /** PEM */
  readonly certificate: string;
  /** Without one, TLS alone protects what is said. */
  readonly protection?: MessageProtection | undefined;
}

export function createNexoConnection(
  { host, port, certificateName = host }: Pick<NexoSettings, 'host' | 'port' | 'certificateName'>,
  { certificate, protection }: NexoTrust,
  timers: Timers = machineTimers,
): NexoConnection {
  const url = new URL('https://host/nexo/');
  url.hostname = host.includes(':') ? `[${host}]` : host;
  url.port = String(port);

  const trust: ConnectionOptions = {
    ca: certificate,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    // Terminals are reached by an address, and bear a name that no name server knows.
    checkServerIdentity: (_, presented) => checkServerIdentity(certificateName, presented),
  };

  function newAgent(onSecure: () => void): Agent {
    const agent = new Agent(trust);
    const open = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
      const socket = open(options, callback);
      socket?.once('secureConnect', onSecure);
      return socket;
    };
    return agent;
  }

  async function post(request: NexoRequest, { signal, onSent = () => {} }: AskOptions): Promise<Asking> {
    let isSent = false;
    const connecting = new AbortController();
    const stopWaiting = timers.after(CONNECT_TIMEOUT_MS, () => connecting.abort());
    const agent = newAgent(() => {
      stopWaiting();
      // Who asked may have given up in the meantime.
      if (signal.aborted || connecting.signal.aborted) return;
      isSent = true;
      onSent();
    });
    try {
      const { data, status } = await axios.post<string>(url.href, protection?.protect(request) ?? request, {
        adapter: 'http',
        httpsAgent: agent,
        proxy: false,
        maxRedirects: 0,
        maxContentLength: MAX_ANSWER_BYTES,
        signal: AbortSignal.any([signal, connecting.signal]),
        responseType: 'text',
        // Parsed below, so that a broken answer is told from a broken connection.
        transformResponse: (text: string) => text,
        validateStatus: null,
        headers: { 'Content-Type': 'application/json', 'User-Agent': 'ekidom-kiosk' },
      });
      return status === 200
        ? readAnswer(data, protection)
        : { heard: 'nothing', reason: 'ANSWER_UNREADABLE' };
    } catch (error) {
      const cause = causeOf(error);
      if (!isSent) return { heard: 'notSent', reason: notSentReason(cause, signal) };
      return { heard: 'nothing', reason: lossReason(cause, signal) };
    } finally {
      stopWaiting();
      agent.destroy();
    }
  }

  return {
    ask: post,

    reach() {
      const { promise, resolve } = Promise.withResolvers<NotSentReason | null>();
      const socket = connect({ ...trust, host, port });
      const stopWaiting = timers.after(CONNECT_TIMEOUT_MS, () => resolve('UNREACHABLE'));
      socket.once('secureConnect', () => resolve(null));
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(connectionReason(error.code ?? '')));
      return promise.finally(() => {
        stopWaiting();
        socket.destroy();
      });
    },
  };
}

function readAnswer(text: string, protection: MessageProtection | undefined): Asking {
  try {
    const said: unknown = JSON.parse(text);
    const answer = protection ? protection.unprotect(said) : said;
    // Who can speak in clear instead of the terminal could say anything.
    return answer === null ? { heard: 'nothing', reason: 'ANSWER_UNREADABLE' } : { heard: 'answer', answer };
  } catch {
    return { heard: 'nothing', reason: 'ANSWER_UNREADABLE' };
  }
}

function notSentReason(cause: string, signal: AbortSignal): NotSentReason {
  return signal.aborted ? 'ABANDONED' : connectionReason(cause);
}

function connectionReason(cause: string): NotSentReason {
  return CERTIFICATE_CAUSE.test(cause) ? 'CERTIFICATE_REFUSED' : notSentBecauseOf(cause).reason;
}

function lossReason(cause: string, signal: AbortSignal): UnknownReason {
  if (signal.aborted) return 'NO_ANSWER';
  if (cause === 'ERR_BAD_RESPONSE') return 'ANSWER_TOO_LARGE';
  return /^HPE_/.test(cause) ? 'ANSWER_UNREADABLE' : 'CONNECTION_LOST';
}

/** Of an error nothing but its code is looked at: an axios error carries the whole exchange. */
function causeOf(error: unknown): string {
  if (isAxiosError(error)) return error.code ?? '';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
