import { createHash, randomBytes, randomInt } from 'node:crypto';
import { WebSocket } from 'ws';
import { type Clock, instantOf } from '../clock.ts';
import type { HelpCalls } from '../help-calls.ts';
import { STAFF } from '../staff.ts';

/** Who guides whom from the desk, and the relay between them. */
export interface GuideSessions {
  /** Of a kiosk; ends the one before. */
  create(kioskId: string): { id: string; pairingCode: string; expiresAt: string; relayToken: string };
  join(by: { pairingCode: string } | { helpCallId: string }): Joined | 'unknown' | 'delayed';
  /** Uses the token up. False when it opens nothing. */
  attach(side: Side, id: string, token: string, socket: () => Promise<WebSocket>): Promise<boolean>;
  /** All frames that kiosks sent, as they came. */
  readonly sentByKiosks: string;
  forgetTraffic(): void;
  /** Cuts the lines of this moment, as a broken cable would. */
  cutLines(side: Side): void;
  endAll(): void;
}

export type Side = 'kiosk' | 'desk';

export interface Joined {
  id: string;
  kioskId: string;
  relayToken: string;
}

/** Who is signed in at the sandbox's desk. */
const AT_DESK = 'claire.dubois';

const PAIRING_MS = 5 * 60_000;
const LIFE_MS = 60 * 60_000;
const AWAY_MS = 30_000;
const WRONG_CODES_MAX = 5;
const DELAY_MS = 60_000;
/** Of one kiosk, for tests to look at. */
const TRAFFIC_MAX = 60_000_000;
const FROM_DESK_MAX_BYTES = 4_096;

interface Kept {
  readonly id: string;
  readonly kioskId: string;
  readonly pairingCode: string;
  readonly expiresAtMs: number;
  isJoined: boolean;
  isOver: boolean;
  readonly tokens: Record<Side, string | null>;
  readonly sockets: Record<Side, WebSocket | null>;
  /** Real time: what somebody waits for is not moved on with the clock of the books. */
  readonly timers: Set<NodeJS.Timeout>;
}

const OTHER = { kiosk: 'desk', desk: 'kiosk' } as const;

export function createGuideSessions(clock: Clock, helpCalls: HelpCalls): GuideSessions {
  const sessions: Kept[] = [];
  let wrongCodes = { count: 0, atMs: 0 };
  let traffic = '';

  return {
    create(kioskId) {
      for (const session of sessions) if (session.kioskId === kioskId) end(session);
      const session: Kept = {
        id: `guide-${sessions.length + 1}`,
        kioskId,
        pairingCode: String(randomInt(1_000_000)).padStart(6, '0'),
        expiresAtMs: clock.nowMilliseconds() + PAIRING_MS,
        isJoined: false,
        isOver: false,
        tokens: { kiosk: null, desk: null },
        sockets: { kiosk: null, desk: null },
        timers: new Set(),
      };
      sessions.push(session);
      later(session, LIFE_MS, () => end(session));
      const { id, pairingCode, expiresAtMs } = session;
      return { id, pairingCode, expiresAt: instantOf(expiresAtMs), relayToken: issue(session, 'kiosk') };
    },

    join(by) {
      const now = clock.nowMilliseconds();
      if ('pairingCode' in by && wrongCodes.count >= WRONG_CODES_MAX && now - wrongCodes.atMs < DELAY_MS) {
        return 'delayed';
      }
      const session = sessions.find(
        (one) => !one.isOver && !one.isJoined && now < one.expiresAtMs && isMeant(one, by),
      );
      if (!session) {
        if ('pairingCode' in by) wrongCodes = { count: wrongCodes.count + 1, atMs: now };
        return 'unknown';
      }
      wrongCodes = { count: 0, atMs: now };
      session.isJoined = true;
      const call = helpCalls.open.find(({ kioskId }) => kioskId === session.kioskId);
      if (call) helpCalls.take(call.id);
      return { id: session.id, kioskId: session.kioskId, relayToken: issue(session, 'desk') };
    },

    async attach(side, id, token, open) {
      const session = sessions.find((one) => one.id === id);
      if (!session || session.isOver || session.tokens[side] !== digestOf(token)) return false;
      session.tokens[side] = null;
      connect(session, side, await open());
      return true;
    },

    get sentByKiosks() {
      return traffic;
    },
    forgetTraffic() {
      traffic = '';
    },
    cutLines(side) {
      for (const { sockets } of sessions) sockets[side]?.terminate();
    },
    endAll() {
      for (const session of sessions) end(session);
    },
  };

  function isMeant(session: Kept, by: Parameters<GuideSessions['join']>[0]): boolean {
    if ('pairingCode' in by) return session.pairingCode === by.pairingCode;
    return helpCalls.open.some(({ id, kioskId }) => id === by.helpCallId && kioskId === session.kioskId);
  }

  function connect(session: Kept, side: Side, socket: WebSocket): void {
    session.sockets[side]?.terminate();
    session.sockets[side] = socket;
    say(socket, { type: 'welcome', nextToken: issue(session, side) });
    tellOf(session, side, true);
    tellOf(session, OTHER[side], session.sockets[OTHER[side]] !== null);

    socket.on('message', (data, isBinary) => {
      const text = String(data);
      if (side === 'kiosk' && traffic.length < TRAFFIC_MAX) traffic += `${text}\n`;
      if (isBinary || (side === 'desk' && Buffer.byteLength(text) > FROM_DESK_MAX_BYTES)) return end(session);
      if (text === '{"type":"bye"}') return end(session);
      session.sockets[OTHER[side]]?.send(text);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      if (session.sockets[side] !== socket) return;
      session.sockets[side] = null;
      if (code === 1_000) return end(session);
      tellOf(session, side, false);
      later(session, AWAY_MS, () => {
        if (session.sockets[side] === null) end(session);
      });
    });
  }

  /** The other side hears of this one. */
  function tellOf(session: Kept, side: Side, isThere: boolean): void {
    const other = session.sockets[OTHER[side]];
    if (!other || (side === 'desk' && !session.isJoined)) return;
    say(other, side === 'desk' ? { type: 'desk', isThere, ...atDesk() } : { type: 'kiosk', isThere });
  }

  function end(session: Kept): void {
    if (session.isOver) return;
    session.isOver = true;
    for (const timer of session.timers) clearTimeout(timer);
    for (const socket of Object.values(session.sockets)) {
      if (!socket) continue;
      say(socket, { type: 'over' });
      socket.close(1_000);
    }
    for (const call of helpCalls.open) if (call.kioskId === session.kioskId) helpCalls.close(call.id);
  }

  function later(session: Kept, milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      session.timers.delete(timer);
      act();
    }, milliseconds);
    timer.unref();
    session.timers.add(timer);
  }

  function issue(session: Kept, side: Side): string {
    const token = randomBytes(24).toString('base64url');
    session.tokens[side] = digestOf(token);
    return token;
  }
}

function atDesk(): { staffId: string; staffName: string } {
  const member = STAFF.find(({ userName }) => userName === AT_DESK);
  if (!member) throw new Error(`${AT_DESK} is no member of staff`);
  return { staffId: member.id, staffName: member.displayName };
}

function say(socket: WebSocket, frame: object): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
