/** The program of an older terminal on a serial line, protocol Concert E+. */
import { setTimeout as delay } from 'node:timers/promises';
import { begins, deliver } from '../delivery.ts';
import { type AnswerFault, COMMON_FAULTS, type Plan } from '../plan.ts';
import { runTerminal, type TerminalEar, type TerminalInside } from '../run-terminal.ts';
import { type ByteStream, openByteStream } from './byte-stream.ts';
import { ACK, ENDED, ENQ, EOT, NAK, readFrame, withWrongChecksum } from './frame.ts';
import { answerTo, type Request, understand } from './messages.ts';

/** How long either side waits for the other one's next byte: generous, for machines that do other things, too. */
const LINE_PATIENCE_MS = 3_000;
/** How often a frame or a call is repeated before a side gives up. */
const TRIES = 3;
const FOREVER_MS = Number.POSITIVE_INFINITY;

await runTerminal([...COMMON_FAULTS, 'refusedFrames', 'badChecksums'], concert);

function concert(inside: TerminalInside): TerminalEar {
  const line = openByteStream(inside.settings.own.terminalEnd ?? '');
  void listenTo(line, inside);
  return {
    async listen() {
      line.setConnected(true);
      // A serial line has no port.
      return 0;
    },
    async deafen() {
      line.setConnected(false);
    },
  };
}

async function listenTo(line: ByteStream, inside: TerminalInside): Promise<void> {
  for (;;) {
    // Anything but a call is noise on the line.
    if ((await line.next(FOREVER_MS)) === ENQ) await serve(line, inside);
  }
}

/** From the kiosk's call to the end of the answer. */
async function serve(line: ByteStream, { plans, desk }: TerminalInside): Promise<void> {
  if (plans.list().find(({ request }) => request === 'payment')?.answer?.kind === 'busy') {
    plans.take('payment');
    return say(line, NAK);
  }
  await say(line, ACK);
  const received = await receive(line, () => plans.take('payment'));
  if (!received || !begins(received.plan)) return;
  const { request, plan } = received;
  const { outcome, answer: fault } = plan;

  if (!request.asked) return sendAnswer(line, answerTo(request, null, fault), fault);
  if (request.isAnsweredAtOnce) {
    await sendAnswer(line, answerTo(request, { outcome: 'approved' }, undefined), undefined);
    await desk.settle(request.asked, outcome);
    return;
  }
  const settled = new AbortController();
  const turningAway = turnAway(line, settled.signal);
  const entry = await desk.settle(request.asked, outcome).finally(() => settled.abort());
  await turningAway;
  await sendAnswer(line, answerTo(request, entry, fault), fault);
}

/** The kiosk's request; null when there was none that could be understood. */
async function receive(
  line: ByteStream,
  takePlan: () => Plan,
): Promise<{ request: Request; plan: Plan } | null> {
  let plan: Plan | null = null;
  for (let refusals = 0; refusals <= TRIES; refusals += 1) {
    const text = await readFrame(() => line.next(LINE_PATIENCE_MS));
    if (text === ENDED) return null;
    const request = text === null ? null : understand(text);
    if (request) plan ??= takePlan();
    const isRefusedOnPurpose = plan?.answer?.kind === 'refusedFrames' && refusals < plan.answer.count;
    if (request && plan && !isRefusedOnPurpose) {
      await say(line, ACK);
      // The call ends here, said or not: what was acknowledged is carried out.
      await line.next(LINE_PATIENCE_MS);
      return { request, plan };
    }
    await say(line, NAK);
  }
  return null;
}

/** Whoever calls while a customer is there is told to wait. */
async function turnAway(line: ByteStream, settled: AbortSignal): Promise<void> {
  while (!settled.aborted) {
    if ((await line.next(FOREVER_MS, settled)) === ENQ) await say(line, NAK);
  }
}

async function sendAnswer(line: ByteStream, frame: Buffer, fault: AnswerFault | undefined): Promise<void> {
  if (fault?.kind === 'silence') return;
  if (fault?.kind === 'late') await delay(fault.afterMs);
  const rounds = fault?.kind === 'twice' ? 2 : 1;
  for (let round = 0; round < rounds; round += 1) {
    if (await isHeard(line)) await handOver(line, frame, fault);
  }
}

/** Calls until the kiosk says that it listens. */
async function isHeard(line: ByteStream): Promise<boolean> {
  for (let call = 0; call < TRIES; call += 1) {
    await say(line, ENQ);
    if ((await line.next(LINE_PATIENCE_MS)) === ACK) return true;
  }
  return false;
}

async function handOver(line: ByteStream, frame: Buffer, fault: AnswerFault | undefined): Promise<void> {
  let isCut = false;
  const cut = () => {
    isCut = true;
  };
  for (let sent = 0; sent < TRIES; sent += 1) {
    const isSpoilt = fault?.kind === 'badChecksums' && sent < fault.count;
    await deliver({
      answer: isSpoilt ? withWrongChecksum(frame) : frame,
      fault: belongsToDelivery(fault),
      line: { write: (bytes) => line.write(bytes), end: cut, reset: cut },
    });
    if (isCut) return;
    if ((await line.next(LINE_PATIENCE_MS)) === ACK) break;
  }
  await say(line, EOT);
}

/** On this line, being late and repeating begin with the call. */
function belongsToDelivery(fault: AnswerFault | undefined): AnswerFault | undefined {
  return fault?.kind === 'late' || fault?.kind === 'twice' ? undefined : fault;
}

function say(line: ByteStream, byte: number): Promise<void> {
  return line.write(Buffer.from([byte]));
}
