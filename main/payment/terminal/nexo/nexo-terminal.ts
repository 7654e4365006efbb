import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Log } from '../../../log/log.ts';
import type {
  AbandonAnswer,
  NotSentReason,
  PaymentAttempt,
  PaymentOrder,
  PaymentOutcome,
  PaymentTerminal,
  Recovery,
  TerminalState,
  UnknownReason,
} from '../payment-terminal.ts';
import { underWay } from '../payment-under-way.ts';
import { machineTimers, type Timers } from '../timers.ts';
import { createNexoConnection, type NexoConnection } from './connection.ts';
import { decidePayment, decideStatus } from './decide.ts';
import { abortRequest, paymentRequest, statusRequest } from './messages.ts';
import type { NexoSettings } from './nexo.ts';
import { createMessageProtection } from './protected-message.ts';

/** Between two questions about the same payment. */
const ASK_AGAIN_MS = 3_000;
/** For the answer to a question; the payment itself may take as long as it likes. */
const QUESTION_TIMEOUT_MS = 10_000;
/** The request may still be under way to the terminal when it is asked for the first time. */
const NOT_FOUND_NEEDED = 2;
/** Asked after a restart: staff can ask again. */
const RECOVERY_TIMEOUT_MS = 60_000;

/** Doubts about the conversation. About an answer that is clear and wrong there is nothing to ask. */
const WORTH_REPEATING: ReadonlySet<UnknownReason> = new Set([
  'NO_ANSWER',
  'CONNECTION_LOST',
  'ANSWER_UNREADABLE',
  'ANSWER_TOO_LARGE',
]);
/** It has answered, perhaps that it was paid: that it knows of no payment afterwards is no proof that there was none. */
const SAID_SOMETHING: ReadonlySet<UnknownReason> = new Set(['FIELDS_MISSING', 'ANOTHER_PAYMENT']);
const WORTH_ASKING: ReadonlySet<UnknownReason> = new Set([
  ...WORTH_REPEATING,
  ...SAID_SOMETHING,
  'TERMINAL_UNSURE',
]);

export interface NexoTools {
  readonly log: Log;
  readonly timers?: Timers;
  readonly now?: () => Date;
  /** The passphrase that is set on the terminal too; null when there is none. */
  readonly readTerminalKey?: (() => Promise<string | null>) | undefined;
}

export async function openNexoTerminal(settings: NexoSettings, tools: NexoTools): Promise<PaymentTerminal> {
  const certificate = await readCertificate(settings, tools.log);
  if (certificate === null) return createNexoTerminal(settings, unusable('CERTIFICATE_REFUSED'), tools);
  if (!settings.sharedKey)
    return createNexoTerminal(settings, createNexoConnection(settings, { certificate }), tools);

  const passphrase = (await tools.readTerminalKey?.()) ?? null;
  if (passphrase === null) return createNexoTerminal(settings, unusable('TERMINAL_KEY_MISSING'), tools);
  const protection = createMessageProtection({ ...settings.sharedKey, passphrase });
  return createNexoTerminal(settings, createNexoConnection(settings, { certificate, protection }), tools);
}

async function readCertificate({ driver, certificateFile }: NexoSettings, log: Log): Promise<string | null> {
  try {
    const certificate = await readFile(certificateFile, 'utf8');
    new X509Certificate(certificate);
    return certificate;
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
    log.error('payment.certificate-unreadable', { driver, cause });
    return null;
  }
}

/** Without what the terminal proves itself with, anything at its address could pass for it. */
function unusable(reason: NotSentReason): NexoConnection {
  return { ask: async () => ({ heard: 'notSent', reason }), reach: async () => reason };
}

export function createNexoTerminal(
  settings: NexoSettings,
  connection: NexoConnection,
  { log, timers = machineTimers, now = () => new Date() }: NexoTools,
): PaymentTerminal {
  let questions = 0;

  async function pay(
    order: PaymentOrder,
    tell: (state: TerminalState) => void,
    given: AbortSignal,
  ): Promise<PaymentOutcome> {
    const listening = new AbortController();
    const stopListening = timers.after(settings.silenceSeconds * 1_000, () => listening.abort());
    const asking = await connection.ask(paymentRequest(order, settings, now()), {
      signal: AbortSignal.any([given, listening.signal]),
      onSent: () => tell('waitingForCard'),
    });
    stopListening();

    if (asking.heard === 'notSent') return { outcome: 'NOT_SENT', reason: asking.reason };
    const direct: Recovery =
      asking.heard === 'answer'
        ? decidePayment(asking.answer, order, settings)
        : { outcome: 'UNKNOWN', reason: asking.reason };
    if (direct.outcome !== 'UNKNOWN' || !WORTH_ASKING.has(direct.reason)) return direct;

    tell('checking');
    log.warn('payment.terminal-asked', { attemptId: order.attemptId, reason: direct.reason });
    const patienceMs = (settings.answerTimeoutSeconds - settings.silenceSeconds) * 1_000;
    const asked = await askUntilKnown(order, { patienceMs, wasThere: SAID_SOMETHING.has(direct.reason) });
    // What went wrong first says more than that nobody could be asked.
    return asked.outcome === 'UNKNOWN' && WORTH_REPEATING.has(asked.reason) ? direct : asked;
  }

  /** Asks until the terminal knows, or until `patienceMs` have gone by. */
  async function askUntilKnown(
    order: PaymentOrder,
    { patienceMs, ...before }: { patienceMs: number; wasThere: boolean },
  ): Promise<Recovery> {
    const patience = new AbortController();
    const stopPatience = timers.after(patienceMs, () => patience.abort());
    let last: Recovery = { outcome: 'UNKNOWN', reason: 'NO_ANSWER' };
    let { wasThere } = before;
    let notFound = 0;
    try {
      for (;;) {
        const status = await askOnce(order, patience.signal);
        switch (status.outcome) {
          case 'APPROVED':
          case 'NOT_PERFORMED':
            return status;
          case 'UNKNOWN':
            last = status;
            if (!WORTH_REPEATING.has(status.reason)) return status;
            break;
          case 'IN_PROGRESS':
            wasThere = true;
            last = { outcome: 'UNKNOWN', reason: 'STILL_IN_PROGRESS' };
            break;
          case 'NOT_FOUND':
            // A payment that was in progress, or answered, cannot have been none.
            if (wasThere) return { outcome: 'UNKNOWN', reason: 'ANSWER_CONTRADICTORY' };
            notFound += 1;
            if (notFound >= NOT_FOUND_NEEDED) return { outcome: 'NOT_PERFORMED', reason: 'NEVER_STARTED' };
            break;
          default:
            return status satisfies never;
        }
        if (patience.signal.aborted) return last;
        await pause(patience.signal);
        if (patience.signal.aborted) return last;
      }
    } finally {
      stopPatience();
    }
  }

  async function askOnce(order: PaymentOrder, patience: AbortSignal) {
    questions += 1;
    const question = statusRequest(order, settings, `${now().getTime()}-${questions}`);
    const asking = await ask(question, patience);
    if (asking.heard === 'answer') {
      const { ServiceID } = question.SaleToPOIRequest.MessageHeader;
      return decideStatus(asking.answer, order, settings, ServiceID);
    }
    const reason = asking.heard === 'nothing' ? asking.reason : 'CONNECTION_LOST';
    return { outcome: 'UNKNOWN', reason } as const;
  }

  /** For what the terminal answers at once. */
  async function ask(question: ReturnType<typeof statusRequest>, patience: AbortSignal) {
    const timeout = new AbortController();
    const stop = timers.after(QUESTION_TIMEOUT_MS, () => timeout.abort());
    try {
      return await connection.ask(question, { signal: AbortSignal.any([patience, timeout.signal]) });
    } finally {
      stop();
    }
  }

  function pause(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = timers.after(ASK_AGAIN_MS, resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
    return promise.finally(stop);
  }

  return {
    can: { recover: true, abandon: true, ticket: true },

    start(order) {
      const unsent = new AbortController();
      let isSent = false;
      return underWay({
        run: (tell) =>
          pay(
            order,
            (state) => {
              isSent = true;
              tell(state);
            },
            unsent.signal,
          ),
        async abandon(): Promise<AbandonAnswer> {
          if (!isSent) {
            unsent.abort();
            return 'requested';
          }
          questions += 1;
          const nonce = `${now().getTime()}-${questions}`;
          const asking = await ask(abortRequest(order, settings, nonce), new AbortController().signal);
          return asking.heard === 'notSent' ? 'pressRedButton' : 'requested';
        },
      });
    },

    recover: (attempt: PaymentAttempt) =>
      askUntilKnown({ ...attempt, wantsTicket: false }, { patienceMs: RECOVERY_TIMEOUT_MS, wasThere: false }),

    async test() {
      const reason = await connection.reach();
      if (reason === null) return { reachable: true };
      log.warn('payment.terminal-unreachable', { driver: settings.driver, cause: reason });
      return { reachable: false, reason };
    },

    close: async () => {},
  };
}
