/**
 * The kiosk's side of the relay: one outbound WebSocket that comes back by itself when the line is lost for a moment.
 * What comes in is checked here, and nothing else of it goes further.
 */
import { type ClientOptions, WebSocket } from 'ws';
import { type RelayFrame, relayFrame } from '../../../preload/guide-contract.ts';
import type { Log } from '../../log/log.ts';
import type { After } from '../../sync/lanes.ts';
import { checkPinnedIdentity } from '../../tenant-api/pinned.ts';

export interface Relay {
  /** False where it did not go out: the line is lost for the moment, or takes nothing more. */
  send(frame: string): boolean;
  /** For good, with a word to the desk. */
  close(): void;
}

export type RelayEnd = 'over' | 'network' | 'hostile';

export interface RelayWishes {
  readonly address: string;
  readonly token: string;
  readonly pins?: readonly string[] | undefined;
  readonly onFrame: (frame: Exclude<RelayFrame, { type: 'welcome' | 'over' | 'bye' }>) => void;
  /** For the moment: it is tried again. The relay says who is there once it is back. */
  readonly onLost: () => void;
  /** Once, and not after `close`. */
  readonly onEnd: (end: RelayEnd) => void;
  readonly after: After;
  readonly log: Log;
}

export type OpenRelay = (wishes: RelayWishes) => Relay;

/** As the contract says. */
const SUB_PROTOCOL = 'ekidom.guide.1';
const MAX_FRAME_BYTES = 4_096;
const MAX_FRAMES_A_SECOND = 60;
/** A burst after a lost line is no attack; what goes on like that is one. */
const MAX_FRAMES_AT_ONCE = 120;
const HANDSHAKE_MS = 10_000;
const PING_EVERY_SECONDS = 10;
const TRY_AGAIN_AFTER_SECONDS = 1;
/** "A side that is away for 30 seconds ends the session." */
const AWAY_SECONDS = 30;
/** What waits to be sent is old before it arrives: above this, the line is as good as lost. */
const MAX_BUFFERED_BYTES = 4_000_000;

export const openRelay: OpenRelay = (wishes) => {
  const { address, pins, onFrame, onLost, onEnd, after, log } = wishes;
  const isWelcomeFrame = createRate(MAX_FRAMES_AT_ONCE, MAX_FRAMES_A_SECOND);
  let { token } = wishes;
  let socket: WebSocket | null = null;
  let isOver = false;
  let stopWaiting = after(AWAY_SECONDS, () => end('network'));
  let stopTrying = () => {};
  let stopPinging = () => {};

  connect();

  return {
    send(frame) {
      if (socket?.readyState !== WebSocket.OPEN || socket.bufferedAmount > MAX_BUFFERED_BYTES) return false;
      socket.send(frame);
      return true;
    },
    close() {
      if (isOver) return;
      stop();
      if (socket?.readyState === WebSocket.OPEN) socket.send('{"type":"bye"}');
      socket?.close(1_000);
    },
  };

  function connect(): void {
    const opened = new WebSocket(address, [SUB_PROTOCOL, `ekidom.token.${token}`], optionsOf(pins));
    socket = opened;
    opened.on('open', () => {
      log.info('guide.connected', {});
      keepAlive(opened);
    });
    opened.on('message', (data, isBinary) => {
      if (socket === opened) hear(isBinary ? null : String(data));
    });
    // `close` follows and says what it means; of the reason, a code at most is told.
    opened.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
      log.info('guide.connection-failed', { code });
      // Larger than any frame of the contract, or no frame at all.
      if (code.startsWith('WS_ERR_')) end('hostile');
    });
    opened.on('close', (code) => {
      if (isOver || socket !== opened) return;
      socket = null;
      stopPinging();
      if (code === 1_000) {
        end('over');
        return;
      }
      stopTrying = after(TRY_AGAIN_AFTER_SECONDS, connect);
      onLost();
    });
  }

  function hear(text: string | null): void {
    if (isOver) return;
    const frame = text !== null && isWelcomeFrame() ? read(text) : null;
    if (frame === null) {
      end('hostile');
      return;
    }
    switch (frame.type) {
      case 'welcome':
        token = frame.nextToken;
        stopWaiting();
        return;
      case 'bye':
      case 'over':
        end('over');
        return;
      default:
        onFrame(frame);
    }
  }

  /** A line that is cut without a word is noticed by a ping that nobody answers. */
  function keepAlive(opened: WebSocket): void {
    let isAnswered = true;
    opened.on('pong', () => {
      isAnswered = true;
    });
    const ping = () => {
      if (socket !== opened || isOver) return;
      if (!isAnswered) return opened.terminate();
      isAnswered = false;
      opened.ping();
      stopPinging = after(PING_EVERY_SECONDS, ping);
    };
    ping();
    opened.once('close', () => {
      if (!isOver) stopWaiting = after(AWAY_SECONDS, () => end('network'));
    });
  }

  function end(reason: RelayEnd): void {
    if (isOver) return;
    log.info('guide.relay-ended', { reason });
    stop();
    if (reason === 'hostile') socket?.terminate();
    else socket?.close(1_000);
    onEnd(reason);
  }

  function stop(): void {
    isOver = true;
    stopWaiting();
    stopTrying();
    stopPinging();
  }
};

/** Null for whatever is not exactly a frame of the contract. */
export function read(text: string): RelayFrame | null {
  if (Buffer.byteLength(text) > MAX_FRAME_BYTES) return null;
  const frame = relayFrame.safeParse(parsed(text));
  return frame.success ? frame.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A bucket of `burst` that fills up by `perSecond`. */
export function createRate(
  burst: number,
  perSecond: number,
  nowMs: () => number = () => performance.now(),
): () => boolean {
  let left = burst;
  let at = nowMs();
  return () => {
    const now = nowMs();
    left = Math.min(burst, left + ((now - at) / 1_000) * perSecond);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

function optionsOf(pins: readonly string[] | undefined): ClientOptions {
  return {
    handshakeTimeout: HANDSHAKE_MS,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    followRedirects: false,
    // Said here, so that no environment variable can say otherwise.
    rejectUnauthorized: true,
    headers: { 'User-Agent': 'ekidom-kiosk' },
    ...(pins ? { checkServerIdentity: checkPinnedIdentity(pins) as never } : {}),
  };
}
