import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Where a tenant's telephone leaves files for the kiosk that the tenant stands at. */
export interface UploadSlot {
  readonly id: string;
  /** Finds the telephone's page. */
  readonly token: string;
  readonly phase: UploadPhase;
  readonly secondsLeft: number;
  /** In the order of their choice; none before `received`. */
  readonly files: readonly UploadedFile[];
}

export type UploadPhase = 'waiting' | 'opened' | 'receiving' | 'received';

export interface UploadedFile {
  readonly id: string;
  readonly content: Buffer;
  readonly sha256: string;
}

/** Whose a slot is: nobody else's questions find it. */
export interface SlotOwner {
  readonly kioskId: string;
  readonly tenantToken: string;
}

export interface UploadSlots {
  /** In place of the one that this session had. */
  open(owner: SlotOwner): UploadSlot;
  find(slotId: string, owner: SlotOwner): UploadSlot | null;
  close(slotId: string, owner: SlotOwner): void;
  /** The person is signed out. */
  closeAllOf(tenantToken: string): void;
  readonly telephone: TelephoneSide;
}

/** What a browser can do that knows the token. A slot that has received its files is shut to it. */
export interface TelephoneSide {
  /** Null when there is none, or none any more. */
  secondsLeft(token: string): number | null;
  opened(token: string): void;
  /** Files are coming; with `interrupted`, they came to nothing. */
  receiving(token: string): void;
  interrupted(token: string): void;
  /** False when the slot went, or was used, in the meantime. */
  receive(token: string, files: readonly Buffer[]): boolean;
}

export const SLOT_SECONDS = 300;

/** Without i, l, o and u: nobody takes one for another who has to type it. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const TOKEN_LETTERS = 26;

interface Slot {
  readonly id: string;
  readonly token: string;
  readonly owner: SlotOwner;
  readonly endsAtMilliseconds: number;
  phase: UploadPhase;
  files: UploadedFile[];
}

export function createUploadSlots(clock: Clock): UploadSlots {
  let slots: Slot[] = [];

  return {
    open(owner) {
      slots = slots.filter((slot) => isLive(slot) && !isOf(slot, owner));
      const slot: Slot = {
        id: randomBytes(12).toString('base64url'),
        token: newToken(),
        owner,
        endsAtMilliseconds: clock.nowMilliseconds() + SLOT_SECONDS * 1_000,
        phase: 'waiting',
        files: [],
      };
      slots.push(slot);
      return shown(slot);
    },
    find(slotId, owner) {
      const slot = slots.find((each) => each.id === slotId && isOf(each, owner) && isLive(each));
      return slot ? shown(slot) : null;
    },
    close(slotId, owner) {
      slots = slots.filter((slot) => slot.id !== slotId || !isOf(slot, owner));
    },
    closeAllOf(tenantToken) {
      slots = slots.filter((slot) => slot.owner.tenantToken !== tenantToken);
    },
    telephone: {
      secondsLeft(token) {
        const slot = usable(token);
        return slot ? secondsLeftOf(slot) : null;
      },
      opened: (token) => advance(token, ['waiting'], 'opened'),
      receiving: (token) => advance(token, ['waiting', 'opened'], 'receiving'),
      interrupted: (token) => advance(token, ['receiving'], 'opened'),
      receive(token, contents) {
        const slot = usable(token);
        if (!slot) return false;
        slot.files = contents.map((content, index) => ({
          id: `file-${index + 1}`,
          content,
          sha256: createHash('sha256').update(content).digest('hex'),
        }));
        slot.phase = 'received';
        return true;
      },
    },
  };

  function advance(token: string, from: readonly UploadPhase[], to: UploadPhase): void {
    const slot = usable(token);
    if (slot && from.includes(slot.phase)) slot.phase = to;
  }

  function usable(token: string): Slot | null {
    return slots.find((slot) => slot.token === token && slot.phase !== 'received' && isLive(slot)) ?? null;
  }

  function isLive(slot: Slot): boolean {
    return clock.nowMilliseconds() < slot.endsAtMilliseconds;
  }

  function secondsLeftOf(slot: Slot): number {
    return Math.floor((slot.endsAtMilliseconds - clock.nowMilliseconds()) / 1_000);
  }

  function shown(slot: Slot): UploadSlot {
    const { id, token, phase, files } = slot;
    return { id, token, phase, files, secondsLeft: secondsLeftOf(slot) };
  }
}

function isOf(slot: Slot, { kioskId, tenantToken }: SlotOwner): boolean {
  return slot.owner.kioskId === kioskId && slot.owner.tenantToken === tenantToken;
}

/** Five bits of chance a letter. */
function newToken(): string {
  return [...randomBytes(TOKEN_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
