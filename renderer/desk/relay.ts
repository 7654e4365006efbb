/** The desk's side of the relay: a WebSocket that comes back by itself when the line is lost for a moment. */
import type { FromDesk, ToDeskFrame } from '../../preload/guide-contract.ts';

export interface Joined {
  readonly id: string;
  readonly kioskId: string;
  readonly relayToken: string;
}

export interface Relay {
  send(frame: FromDesk): void;
  /** For good. */
  close(): void;
}

const TRY_AGAIN_MS = 1_000;
/** "A side that is away for 30 seconds ends the session." */
const AWAY_MS = 30_000;
const NORMAL_CLOSURE = 1_000;

export function openRelay(
  joined: Joined,
  tell: {
    frame: (frame: ToDeskFrame) => void;
    line: (isThere: boolean) => void;
    over: () => void;
  },
): Relay {
  let token = joined.relayToken;
  let socket: WebSocket;
  let isOver = false;
  let lostAtMs: number | null = null;

  connect();

  return {
    send(frame) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
    },
    close() {
      if (isOver) return;
      isOver = true;
      if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"bye"}');
      socket.close(NORMAL_CLOSURE);
    },
  };

  function connect(): void {
    const address = new URL(`guide-sessions/${encodeURIComponent(joined.id)}/relay`, document.baseURI);
    address.protocol = address.protocol.replace('http', 'ws');
    const opened = new WebSocket(address, ['ekidom.guide.1', `ekidom.token.${token}`]);
    socket = opened;
    opened.addEventListener('message', ({ data }) => {
      const frame = read(data);
      if (isOver || !frame) return;
      if (frame.type === 'welcome') {
        token = frame.nextToken;
        lostAtMs = null;
        tell.line(true);
      } else if (frame.type === 'over') end();
      else tell.frame(frame);
    });
    opened.addEventListener('close', ({ code }) => {
      if (isOver || socket !== opened) return;
      lostAtMs ??= performance.now();
      if (code === NORMAL_CLOSURE || performance.now() - lostAtMs > AWAY_MS) return end();
      tell.line(false);
      setTimeout(connect, TRY_AGAIN_MS);
    });
  }

  function end(): void {
    isOver = true;
    socket.close(NORMAL_CLOSURE);
    tell.over();
  }
}

const TYPES: ReadonlySet<unknown> = new Set<ToDeskFrame['type']>([
  'sentence',
  'words',
  'suggestion',
  'touch',
  'alone',
  'mirror',
  'accepted',
  'kiosk',
  'welcome',
  'over',
]);

/** The kiosk is the landlord's own: its frames are checked for what they are, and drawn as text only. */
function read(data: unknown): ToDeskFrame | null {
  if (typeof data !== 'string') return null;
  try {
    const frame: unknown = JSON.parse(data);
    const isFrame = typeof frame === 'object' && frame !== null && 'type' in frame && TYPES.has(frame.type);
    return isFrame ? (frame as ToDeskFrame) : null;
  } catch {
    return null;
  }
}
