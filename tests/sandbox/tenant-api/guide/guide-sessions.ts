import { createHash, randomBytes, randomInt } from 'node:crypto';
import { WebSocket } from 'ws';
import { type Clock, instantOf } from '../clock.ts';
import type { HelpCalls } from '../help-calls.ts';
import type { StaffMember } from '../staff.ts';

/** Who guides whom from the desk, and the relay between them. */
export interface GuideSessions {
  /** Of a kiosk; ends the one before. */
  create(kioskId: string): { id: string; pairingCode: string; expiresAt: string; relayToken: string };
  /** The first who joins has it: another one who takes the same call is told so. */
  join(
    by: { pairingCode: string } | { helpCallId: string },
    staff: StaffMember,
  ): Joined | 'unknown' | 'taken' | 'delayed';
  /** Uses the token up. False when it opens nothing. */
  attach(side: Side, id: string, token: string, socket: () => Promise<WebSocket>): Promise<boolean>;
  /** All frames that kiosks sent, as they came. */
  readonly sentByKiosks: string;
  forgetTraffic(): void;
  /** Cuts the lines of this moment, as a broken cable would. */
  cutLines(side: Side): void;
  /** To every kiosk, as a relay that is in strange hands would: whatever it is. */
  sayToKiosks(something: string | Uint8Array): void;
  endAll(): void;
}

export type Side = 'kiosk' | 'desk';

export interface Joined {
  id: string;
  kioskId: string;
  relayToken: string;
}

const PAIRING_MS = 5 * 60_000;
const LIFE_MS = 60 * 60_000;
const AWAY_MS = 30_000;
/** Of one staff member: six figures are not guessed at that pace. */
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
  /** Who joined from the desk. */
  staff: StaffMember | null;
  isOver: boolean;
  readonly tokens: Record<Side, string | null>;
  readonly sockets: Record<Side, WebSocket | null>;
  /** Real time: what somebody waits for is not moved on with the clock of the books. */
  readonly timers: Set<NodeJS.Timeout>;
}

const OTHER = { kiosk: 'desk', desk: 'kiosk' } as const;

export function createGuideSessions(clock: Clock, helpCalls: HelpCalls): GuideSessions {
  const sessions: Kept[] = [];
  const wrongCodes = new Map<string, { count: number; atMs: number }>();
  let traffic = '';

  return {
    create(kioskId) {
      for (const session of sessions) if (session.kioskId === kioskId) end(session);
      const session: Kept = {
        id: `guide-${sessions.length + 1}`,
        kioskId,
        pairingCode: String(randomInt(1_000_000)).padStart(6, '0'),
        expiresAtMs: clock.nowMilliseconds() + PAIRING_MS,
        staff: null,
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

    join(by, staff) {
      const now = clock.nowMilliseconds();
      const before = wrongCodes.get(staff.id) ?? { count: 0, atMs: 0 };
      const isDelayed = before.count >= WRONG_CODES_MAX && now - before.atMs < DELAY_MS;
      if ('pairingCode' in by && isDelayed) return 'delayed';
      const session = sessions.find((one) => !one.isOver && now < one.expiresAtMs && isMeant(one, by));
      if (!session) {
        if ('pairingCode' in by) wrongCodes.set(staff.id, { count: before.count + 1, atMs: now });
        return 'unknown';
      }
      if (session.staff) return 'taken';
      wrongCodes.delete(staff.id);
      session.staff = staff;
      const call = helpCalls.open.find(({ kioskId }) => kioskId === session.kioskId);
      if (call) helpCalls.take(call.id);
      return { id: session.id, kioskId: session.kioskId, relayToken: issue(session, 'desk') };
    },

    async attach(side, id, token, open) {
      const session = sessions.find((one) => one.id === id);
      if (session?.tokens[side] !== digestOf(token)) return false;
      session.tokens[side] = null;
      const socket = await open();
      if (session.isOver) sayThatItIsOver(socket);
      else connect(session, side, socket);
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
    sayToKiosks(something) {
      for (const { sockets } of sessions) sockets.kiosk?.send(something);
    },
    endAll() {
      for (const session of sessions) end(session);
    },
  };

  function isMeant(session: Kept, by: Parameters<GuideSessions['join']>[0]): boolean {
    // A code is good for one joining, and says to nobody else that it was one.
    if ('pairingCode' in by) return session.staff === null && session.pairingCode === by.pairingCode;
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
    if (!other) return;
    if (side === 'kiosk') say(other, { type: 'kiosk', isThere });
    else if (session.staff) say(other, { type: 'desk', isThere, ...toldOf(session.staff) });
  }

  function end(session: Kept): void {
    if (session.isOver) return;
    session.isOver = true;
    for (const timer of session.timers) clearTimeout(timer);
    for (const socket of Object.values(session.sockets)) if (socket) sayThatItIsOver(socket);
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

function toldOf({ id: staffId, displayName: staffName, tenantNumbers }: StaffMember): object {
  return { staffId, staffName, tenantNumbers };
}

function say(socket: WebSocket, frame: object): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
}

/** Also to whoever comes back: what happened while their line was cut is not for them to guess. */
function sayThatItIsOver(socket: WebSocket): void {
  say(socket, { type: 'over' });
  socket.close(1_000);
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
