/**
 * Somebody at the desk guides the person at the kiosk:
 *
 *     none → opening → waiting (code) → asked (by whom) → guided → ended
 *
 * Nothing of the screen leaves the kiosk before the person has accepted, by name, whoever joined. It ends when they
 * withdraw that, with their session, when the desk leaves, when the line is away for long, and after ten minutes in
 * which neither side did anything. What the recorder sends is masked where it is made (renderer/app/mirror); here it
 * is held back whenever it may not go out.
 *
 * That they accepted stands in the landlord's trail before anything is sent, and so do each suggestion that they
 * followed and the end. What they do meanwhile does not: the desk can do nothing, and what they do is their own.
 */
import { v7 as uuidV7 } from 'uuid';
import type { GuideAction } from '../../../preload/audit-entry.ts';
import type { Failure } from '../../../preload/contract.ts';
import type { FromDesk, GuideState, ToDesk } from '../../../preload/guide-contract.ts';
import type { GUIDE_ENDS } from '../../../preload/guide-pages.ts';
import type { Log } from '../../log/log.ts';
import type { After } from '../../sync/lanes.ts';
import type { GuideSessionApi } from '../../tenant-api/tenant-api.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { createGuideTrace, type GuideTrace } from './guide-trace.ts';
import type { OpenRelay, Relay, RelayEnd, RelayWishes } from './relay.ts';

export interface Guide {
  read(): GuideState;
  /** While there is one, nothing more happens. */
  open(): void;
  /** A yes that cannot be written into the trail is none: AUDIT_BROKEN or STORE_UNAVAILABLE in `failed`. */
  answer(accepts: boolean): void;
  /** By the person. */
  stop(): void;
  /** Masked events, as JSON. */
  mirror(events: string): void;
  tell(word: ToDesk): void;
  /** The person has left. */
  forget(): void;
}

type End = (typeof GUIDE_ENDS)[number];
type Presence = Extract<Parameters<RelayWishes['onFrame']>[0], { type: 'desk' }>;

export const QUIET_SECONDS = 600;

export function createGuide(from: {
  api: GuideSessionApi;
  /** Of the central API: the relay stands beside it. */
  baseUrl: string;
  pins?: readonly string[] | undefined;
  /** Fetched when somebody is guided for the first time. */
  loadRelay: () => Promise<OpenRelay>;
  /** As the relay. */
  loadTrail: () => Promise<Pick<AuditTrail, 'append'>>;
  /** Null while nobody is signed in. */
  tenantNumber: () => string | null;
  onChange: (state: GuideState) => void;
  onShown: (shown: FromDesk) => void;
  /** Somebody's card or signature is under way: nobody looks on. */
  isAlone: () => boolean;
  after: After;
  log: Log;
  newId?: () => string;
  nowMs?: () => number;
}): Guide {
  const { api, baseUrl, pins, loadRelay, loadTrail, tenantNumber, onChange, onShown, isAlone, after, log } =
    from;
  const { newId = uuidV7, nowMs = Date.now } = from;
  let state: GuideState = { name: 'none' };
  let relay: Relay | null = null;
  let trail: Pick<AuditTrail, 'append'> | null = null;
  /** By the landlord's number: who was told to the person by name. */
  let staffId: string | null = null;
  /** Of a guide that was accepted, until its end. */
  let trace: GuideTrace | null = null;
  /** Another one for each wish: what comes late belongs to a wish that is over. */
  let wish: symbol | null = null;
  let stopCountingQuiet = () => {};
  let stopExpiry = () => {};

  return {
    read: () => state,
    open() {
      if (state.name !== 'none' && state.name !== 'ended' && state.name !== 'failed') return;
      const own = Symbol('guide');
      wish = own;
      become({ name: 'opening' });
      void begin(own);
    },
    answer(accepts) {
      if (state.name !== 'asked') return;
      if (!accepts) {
        end('declined');
        return;
      }
      const { staffName } = state;
      const refused = beginTrace();
      if (refused) {
        letGo();
        become({ name: 'failed', error: refused });
        return;
      }
      log.info('guide.accepted', {});
      become({ name: 'guided', staffName, sinceMs: nowMs(), isDeskThere: true });
      relay?.send('{"type":"accepted"}');
      countQuiet();
    },
    stop() {
      if (state.name === 'guided') {
        end('person');
        return;
      }
      // Nobody has seen anything: there is nothing to say about it.
      letGo();
      if (state.name !== 'none') become({ name: 'none' });
    },
    mirror(events) {
      if (state.name !== 'guided') return;
      trace?.note();
      if (isAlone()) return;
      relay?.send(`{"type":"mirror","events":${events}}`);
    },
    tell(word) {
      if (state.name !== 'guided') return;
      if (word.type === 'touch' && isAlone()) return;
      if (word.type !== 'alone') countQuiet();
      // They went there themselves: that waits for nobody's trail.
      if (word.type === 'suggestion' && word.answer === 'accepted') write('guideSuggestion', word.page);
      relay?.send(JSON.stringify(word));
    },
    forget() {
      endTrace('sessionOver');
      letGo();
      if (state.name !== 'none') become({ name: 'none' });
    },
  };

  async function begin(own: symbol): Promise<void> {
    const [answer, openRelay, opened] = await Promise.all([
      api.createGuideSession({ idempotencyKey: newId() }),
      loadRelay(),
      loadTrail(),
    ]);
    // The person has left, or changed their mind: a session that nobody connects to is over by itself.
    if (wish !== own) return;
    if (!answer.ok) {
      log.info('guide.not-opened', { code: answer.error.code });
      wish = null;
      become({ name: 'failed', error: answer.error });
      return;
    }
    trail = opened;
    const { id, pairingCode, expiresAt, relayToken } = answer.value;
    const ifOwn =
      <Words extends unknown[]>(act: (...words: Words) => void) =>
      (...words: Words) => {
        if (wish === own) act(...words);
      };
    relay = openRelay({
      address: relayAddress(baseUrl, id),
      token: relayToken,
      pins,
      onFrame: ifOwn(hear),
      onEnd: ifOwn((reason: RelayEnd) => end(reason === 'over' ? 'desk' : reason)),
      after,
      log,
    });
    stopExpiry = after(Math.max(0, Date.parse(expiresAt) - nowMs()) / 1_000, () => end('expired'));
    become({ name: 'waiting', pairingCode, expiresAt });
  }

  function hear(frame: Parameters<RelayWishes['onFrame']>[0]): void {
    if (frame.type === 'desk') {
      greet(frame);
      return;
    }
    // Before the yes, whoever joined has nothing to show and nothing to say.
    if (state.name !== 'guided') return;
    countQuiet();
    onShown(frame);
  }

  function greet({ isThere, staffName, staffId: number }: Presence): void {
    if (state.name === 'waiting' && isThere && staffName !== null && number !== null) {
      staffId = number;
      stopExpiry();
      // Nobody need answer a question for ever.
      countQuiet();
      become({ name: 'asked', staffName });
    } else if (state.name === 'guided') {
      // Another name or number is another person, who was not accepted.
      if (isAnother(staffName, state.staffName) || isAnother(number, staffId)) {
        end('hostile');
        return;
      }
      become({ ...state, isDeskThere: isThere });
      // Whoever comes back has seen nothing of what happened meanwhile.
      if (isThere) onShown({ type: 'again' });
    } else if (state.name === 'asked' && !isThere) {
      end('desk');
    }
  }

  function countQuiet(): void {
    stopCountingQuiet();
    stopCountingQuiet = after(QUIET_SECONDS, () => end('quiet'));
  }

  function end(reason: End): void {
    if (state.name === 'none' || state.name === 'ended' || state.name === 'failed') return;
    log.info('guide.ended', { reason });
    endTrace(reason);
    letGo();
    become({ name: 'ended', reason });
  }

  /** What stands in the way, or null once it is on the disk. */
  function beginTrace(): Failure | null {
    if (!trail || staffId === null) return { code: 'AUDIT_BROKEN' };
    trace = createGuideTrace({ trail, assistanceId: newId(), staffId, tenantNumber });
    const failure = write('guideAccepted', null);
    if (failure) trace = null;
    return failure;
  }

  function endTrace(reason: string): void {
    write('guideEnded', reason);
    trace = null;
  }

  function write(action: GuideAction, subject: string | null): Failure | null {
    const written = trace?.append(action, subject);
    if (!written || written.ok) return null;
    log.error('guide.not-traced', { code: written.error.code });
    return written.error;
  }

  function letGo(): void {
    wish = null;
    staffId = null;
    stopCountingQuiet();
    stopExpiry();
    relay?.close();
    relay = null;
  }

  function become(next: GuideState): void {
    state = next;
    onChange(state);
  }
}

function isAnother(told: string | null, accepted: string | null): boolean {
  return told !== null && told !== accepted;
}

/** `https` becomes `wss`, and `http` on this machine `ws`. */
export function relayAddress(baseUrl: string, guideSessionId: string): string {
  const address = `${baseUrl.replace(/\/$/, '')}/guide-sessions/${encodeURIComponent(guideSessionId)}/relay`;
  return address.replace(/^http/, 'ws');
}
