/**
 * Somebody at the desk guides the person at the kiosk:
 *
 *     none → opening → waiting (code) → asked (by whom) → guided → ended
 *
 * Whoever accepted before they signed in knew of nothing but public screens: once they have signed in they are asked
 * again, and meanwhile nobody at the desk sees anything.
 *
 * Nothing of the screen leaves the kiosk before the person has accepted, by name, whoever joined. It ends when they
 * withdraw that, with their session, when the desk leaves, when the line is away for long, after ten minutes in which
 * neither side did anything, and once somebody helps beside them. Nobody guides the tenant who they are themselves.
 * What the recorder sends is masked where it is made (renderer/app/mirror); here it is held back whenever it may not
 * go out.
 *
 * It is no state of the session, as help beside the person is: that says who touches the screen, and here nobody but
 * the person ever does. What they do is their own doing, as on a screen that was handed over.
 *
 * That they accepted stands in the landlord's trail before anything is sent, and so do each suggestion that they
 * followed, what they did meanwhile, and the end.
 */
import { v7 as uuidV7 } from 'uuid';
import type { AuditEntry, GuideAction, TracedCall } from '../../../preload/audit-entry.ts';
import type { Failure, Result } from '../../../preload/contract.ts';
import type { FromDesk, GuideState, ToDesk } from '../../../preload/guide-contract.ts';
import type { GUIDE_ENDS } from '../../../preload/guide-pages.ts';
import type { Log } from '../../log/log.ts';
import type { After } from '../../sync/lanes.ts';
import type { GuideSessionApi } from '../../tenant-api/tenant-api.ts';
import type { Helper } from '../assistance-desk.ts';
import type { AssistedGate } from '../assisted-gate.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { createGuidedGate, createGuideTrace, type GuideTrace } from './guide-trace.ts';
import type { OpenRelay, Relay, RelayEnd, RelayWishes } from './relay.ts';

export interface Guide {
  read(): GuideState;
  /** While there is one, nothing more happens. @returns whether somebody at the desk is wanted now */
  open(): boolean;
  /**
   * Of the first question, or of the one after signing in. A yes that cannot be written into the trail is none:
   * AUDIT_BROKEN or STORE_UNAVAILABLE in `failed`.
   */
  answer(accepts: boolean): void;
  /** By the person. */
  stop(): void;
  /** Masked events, as JSON. */
  mirror(events: string): void;
  tell(word: ToDesk): void;
  /** Told whenever something of the session has changed. */
  follow(): void;
  /** Null while nobody guides. */
  gate(): AssistedGate | null;
  /** Everybody who guided in this session. */
  helpers(): readonly Helper[];
  /** The person has left. */
  forget(): void;
}

/** Whoever is at the kiosk. */
export interface GuidedPerson {
  /** Null while nobody is signed in. */
  readonly tenantNumber: string | null;
  /** A member of staff is beside them. */
  readonly isHelpedHere: boolean;
}

type End = (typeof GUIDE_ENDS)[number];
type Presence = Extract<Parameters<RelayWishes['onFrame']>[0], { type: 'desk' }>;

export const QUIET_SECONDS = 600;

/** Reading the whole screen takes the kiosk a while: whoever asks for it all the time gets it once in so long. */
export const WHOLE_SCREEN_EVERY_SECONDS = 1;

const DONE: Result<void> = { ok: true, value: undefined };

const DARK = '{"type":"alone","isAlone":true}';
const SEEN = '{"type":"alone","isAlone":false}';

export function createGuide(from: {
  api: GuideSessionApi;
  /** Of the central API: the relay stands beside it. */
  baseUrl: string;
  pins?: readonly string[] | undefined;
  /** Fetched when somebody is guided for the first time. */
  loadRelay: () => Promise<OpenRelay>;
  /** As the relay, each time that somebody asks to be guided: nobody is then. */
  loadTrail: () => Promise<Pick<AuditTrail, 'append'>>;
  person: () => GuidedPerson;
  onChange: (state: GuideState) => void;
  onShown: (shown: FromDesk) => void;
  /** Somebody's card or signature is under way: nobody looks on. */
  isAlone: () => boolean;
  after: After;
  log: Log;
  newId?: () => string;
  nowMs?: () => number;
}): Guide {
  const { api, baseUrl, pins, loadRelay, loadTrail, person, onChange, onShown, isAlone, after, log } = from;
  const { newId = uuidV7, nowMs = Date.now } = from;
  let state: GuideState = { name: 'none' };
  let relay: Relay | null = null;
  let trail: Pick<AuditTrail, 'append'> | null = null;
  /** Who was told to the person by name. */
  let staff: { readonly id: string; readonly tenantNumbers: readonly string[] } | null = null;
  /** Of a guide that was accepted, until its end. */
  let trace: GuideTrace | null = null;
  let consent: AuditEntry['consent'] = 'onScreen';
  /** As whom the person last accepted. Null: before they had signed in. */
  let acceptedAs: string | null = null;
  /** By what the page says of itself. */
  let isPageAlone = false;
  let helpers: Helper[] = [];
  /** Another one for each wish: what comes late belongs to a wish that is over. */
  let wish: symbol | null = null;
  let stopCountingQuiet = () => {};
  let stopExpiry = () => {};
  /** Null where the whole screen may be asked for at once. */
  let stopResting: (() => void) | null = null;
  let isWholeScreenWanted = false;

  return {
    read: () => state,
    open() {
      if (isUnderWay()) return false;
      if (person().isHelpedHere) {
        become({ name: 'ended', reason: 'here', wasGuided: false });
        return false;
      }
      const own = Symbol('guide');
      wish = own;
      become({ name: 'opening' });
      void begin(own);
      return true;
    },
    answer(accepts) {
      if (state.name === 'guided' && state.isAskedAgain) {
        answerAgain(state, accepts);
        return;
      }
      if (state.name !== 'asked') return;
      if (!accepts) {
        end('declined');
        return;
      }
      const { staffName } = state;
      const refused = beginTrace(staffName);
      if (refused) {
        letGo();
        become({ name: 'failed', error: refused });
        return;
      }
      log.info('guide.accepted', {});
      acceptedAs = person().tenantNumber;
      isPageAlone = false;
      become({ name: 'guided', staffName, sinceMs: nowMs(), isDeskThere: true, isAskedAgain: false });
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
      if (state.name !== 'guided' || state.isAskedAgain || isAlone()) return;
      relay?.send(`{"type":"mirror","events":${events}}`);
    },
    tell(word) {
      if (state.name !== 'guided') return;
      if (word.type === 'touch' && (state.isAskedAgain || isAlone())) return;
      if (word.type === 'alone') isPageAlone = word.isAlone;
      else countQuiet();
      // That the page has left the password behind opens nothing yet.
      if (word.type === 'alone' && state.isAskedAgain) return;
      // They went there themselves: that waits for nobody's trail.
      if (word.type === 'suggestion' && word.answer === 'accepted') write('guideSuggestion', word.page);
      relay?.send(JSON.stringify(word));
    },
    follow() {
      if (!isUnderWay()) return;
      if (person().isHelpedHere) end('here');
      else if (isOwnAccount(staff?.tenantNumbers ?? [])) end('ownAccount');
      else {
        trace?.note();
        askAgain();
      }
    },
    gate: () => (state.name === 'guided' ? createGuidedGate({ append, isDark }) : null),
    helpers: () => helpers,
    forget() {
      endTrace('sessionOver');
      helpers = [];
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
      onLost: ifOwn(() => {
        if (state.name === 'guided') become({ ...state, isDeskThere: false });
      }),
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
    if (frame.type === 'again') showWholeScreen();
    else onShown(frame);
  }

  function showWholeScreen(): void {
    if (stopResting) {
      isWholeScreenWanted = true;
      return;
    }
    onShown({ type: 'again' });
    stopResting = after(WHOLE_SCREEN_EVERY_SECONDS, () => {
      stopResting = null;
      if (!isWholeScreenWanted) return;
      isWholeScreenWanted = false;
      showWholeScreen();
    });
  }

  function greet({ isThere, staffName, staffId, tenantNumbers }: Presence): void {
    if (state.name === 'waiting' && isThere && staffName !== null && staffId !== null) {
      if (isOwnAccount(tenantNumbers)) {
        end('ownAccount');
        return;
      }
      staff = { id: staffId, tenantNumbers };
      stopExpiry();
      // Nobody need answer a question for ever.
      countQuiet();
      become({ name: 'asked', staffName });
    } else if (state.name === 'guided') {
      // Another name or number is another person, who was not accepted.
      if (isAnother(staffName, state.staffName) || isAnother(staffId, staff?.id ?? null)) {
        end('hostile');
        return;
      }
      become({ ...state, isDeskThere: isThere });
      if (!isThere) return;
      // Whoever comes back has seen nothing of what happened meanwhile.
      if (state.isAskedAgain) relay?.send(DARK);
      else showWholeScreen();
    } else if (state.name === 'asked') {
      // The name that is being read is not exchanged under the finger of whoever accepts it.
      if (isAnother(staffName, state.staffName) || isAnother(staffId, staff?.id ?? null)) end('hostile');
      else if (!isThere) end('desk');
    }
  }

  function isOwnAccount(tenantNumbers: readonly string[]): boolean {
    const { tenantNumber } = person();
    return tenantNumber !== null && tenantNumbers.includes(tenantNumber);
  }

  /** Of somebody who has signed in since they accepted, before their screen is shown. */
  function askAgain(): void {
    const { tenantNumber } = person();
    if (state.name !== 'guided' || state.isAskedAgain) return;
    if (tenantNumber === null || tenantNumber === acceptedAs) return;
    consent = 'asked';
    become({ ...state, isAskedAgain: true });
    relay?.send(DARK);
  }

  function answerAgain(guided: Extract<GuideState, { name: 'guided' }>, accepts: boolean): void {
    consent = accepts ? 'onScreen' : 'declined';
    const refused = write(accepts ? 'guideAcceptedSignedIn' : 'guideDeclinedSignedIn', null);
    if (!accepts) {
      end('person');
      return;
    }
    if (refused) {
      endTrace('notTraced');
      letGo();
      become({ name: 'failed', error: refused });
      return;
    }
    log.info('guide.accepted-again', {});
    acceptedAs = person().tenantNumber;
    isPageAlone = false;
    countQuiet();
    relay?.send(SEEN);
    become({ ...guided, isAskedAgain: false });
  }

  /** Nobody at the desk sees the screen now. */
  function isDark(): boolean {
    return isPageAlone || isAlone() || (state.name === 'guided' && state.isAskedAgain);
  }

  function isUnderWay(): boolean {
    return state.name !== 'none' && state.name !== 'ended' && state.name !== 'failed';
  }

  function countQuiet(): void {
    stopCountingQuiet();
    stopCountingQuiet = after(QUIET_SECONDS, () => end('quiet'));
  }

  function end(reason: End): void {
    if (!isUnderWay()) return;
    const wasGuided = state.name === 'guided';
    log.info('guide.ended', { reason });
    endTrace(reason);
    letGo();
    become({ name: 'ended', reason, wasGuided });
  }

  /** What stands in the way, or null once it is on the disk. */
  function beginTrace(staffName: string): Failure | null {
    if (!trail || staff === null) return { code: 'AUDIT_BROKEN' };
    const assistanceId = newId();
    const tenantNumber = () => person().tenantNumber;
    trace = createGuideTrace({ trail, assistanceId, staffId: staff.id, tenantNumber });
    consent = 'onScreen';
    const failure = write('guideAccepted', null);
    if (failure) trace = null;
    else helpers = [...helpers, { assistanceId, staffName }];
    return failure;
  }

  function endTrace(reason: string): void {
    write('guideEnded', reason);
    trace = null;
  }

  function write(action: GuideAction, subject: string | null): Failure | null {
    const written = append(action, subject);
    return written.ok ? null : written.error;
  }

  function append(action: GuideAction | TracedCall, subject: string | null): Result<void> {
    const written = trace?.append({ action, subject, consent }) ?? DONE;
    if (!written.ok) log.error('guide.not-traced', { code: written.error.code });
    return written;
  }

  function letGo(): void {
    wish = null;
    staff = null;
    acceptedAs = null;
    stopCountingQuiet();
    stopExpiry();
    stopResting?.();
    stopResting = null;
    isWholeScreenWanted = false;
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
