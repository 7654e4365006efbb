/** One payment over a serial line: who speaks asks first (ENQ), and each message is acknowledged (ACK) or refused (NAK). */
import type { PaymentOrder, PaymentOutcome, Recovery, TerminalState } from '../payment-terminal.ts';
import type { Timers } from '../timers.ts';
import { decide } from './decide.ts';
import { ACK, checkByte, ENQ, EOT, ETX, encodeRequest, NAK, STX } from './frame.ts';
import type { Heard, Line } from './line.ts';

const TRIES = 3;
/** For one byte that the other side owes. */
const BYTE_TIMEOUT_MS = 3_000;
const BEFORE_NEXT_TRY_MS = 1_000;
/** After an answer that could not be read, for the same once more. */
const AGAIN_TIMEOUT_MS = 10_000;
/** After an answer: the end of transmission, or the same answer again if our ACK was lost. */
const FAREWELL_MS = 1_000;
/** The long answer has 80. */
const MAX_MESSAGE_BYTES = 256;

/** Whether the terminal lets the kiosk speak. */
export async function greet(line: Line, timers: Timers): Promise<'ready' | 'notReady' | 'lost'> {
  for (let tries = 1; tries <= TRIES; tries++) {
    line.write(Buffer.of(ENQ));
    const heard = await line.next(BYTE_TIMEOUT_MS);
    if (heard === ACK) return 'ready';
    if (heard === 'lost' || heard === 'over') return 'lost';
    line.write(Buffer.of(EOT));
    if (tries < TRIES) await pause(timers, BEFORE_NEXT_TRY_MS);
  }
  return 'notReady';
}

/** To be called once the terminal is ready. */
export async function exchange(
  line: Line,
  order: PaymentOrder,
  register: string,
  tell: (state: TerminalState) => void,
): Promise<PaymentOutcome> {
  const request = encodeRequest(order, register);
  // An answer that came before the question is another payment's, though its amount may be the same.
  line.forget();
  for (let tries = 1; ; tries++) {
    line.write(request);
    tell('waitingForCard');
    const heard = await line.next(BYTE_TIMEOUT_MS);
    if (heard === 'lost') return { outcome: 'UNKNOWN', reason: 'CONNECTION_LOST' };
    if (heard === NAK && tries < TRIES) continue;
    line.write(Buffer.of(EOT));
    if (heard === NAK) return { outcome: 'NOT_PERFORMED', reason: 'REQUEST_NOT_UNDERSTOOD' };
    // Without an acknowledgement the terminal may have heard it all the same: it is never said twice.
    return await listen(line, (message) => decide(message, order, register), tell);
  }
}

async function listen(
  line: Line,
  judge: (message: string) => Recovery,
  tell: (state: TerminalState) => void,
): Promise<PaymentOutcome> {
  let failed: Extract<Reading, { read: 'nothing' }> | null = null;
  for (let unreadable = 0; unreadable < TRIES; unreadable++) {
    const start = await skipTo([ENQ, STX], line, failed ? AGAIN_TIMEOUT_MS : null);
    if (start === 'lost') return { outcome: 'UNKNOWN', reason: failed?.reason ?? 'CONNECTION_LOST' };
    if (start === 'timeout' || start === 'over')
      return { outcome: 'UNKNOWN', reason: failed?.reason ?? 'NO_ANSWER' };
    tell('processing');
    if (start === ENQ) line.write(Buffer.of(ACK));
    const reading = await readMessage(line, start === STX);
    if (reading.read === 'message') {
      line.write(Buffer.of(ACK));
      return await confirm(line, judge, judge(reading.message));
    }
    failed = reading;
    line.write(Buffer.of(NAK));
  }
  line.write(Buffer.of(EOT));
  return { outcome: 'UNKNOWN', reason: failed?.reason ?? 'ANSWER_UNREADABLE' };
}

/** Until the terminal ends its transmission. What it repeats has to be the same. */
async function confirm(
  line: Line,
  judge: (message: string) => Recovery,
  outcome: Recovery,
): Promise<PaymentOutcome> {
  for (;;) {
    const heard = await skipTo([ENQ, STX, EOT], line, FAREWELL_MS);
    if (heard !== ENQ && heard !== STX) return outcome;
    if (heard === ENQ) line.write(Buffer.of(ACK));
    const again = await readMessage(line, heard === STX);
    if (again.read !== 'message') return outcome;
    line.write(Buffer.of(ACK));
    if (JSON.stringify(judge(again.message)) !== JSON.stringify(outcome))
      return { outcome: 'UNKNOWN', reason: 'ANSWER_CONTRADICTORY' };
  }
}

type Reading =
  | { readonly read: 'message'; readonly message: string }
  | {
      readonly read: 'nothing';
      readonly reason: 'ANSWER_CUT_SHORT' | 'ANSWER_UNREADABLE' | 'ANSWER_TOO_LARGE';
    };

async function readMessage(line: Line, isStarted: boolean): Promise<Reading> {
  if (!isStarted && (await skipTo([STX], line, BYTE_TIMEOUT_MS)) !== STX)
    return { read: 'nothing', reason: 'ANSWER_CUT_SHORT' };
  const bytes: number[] = [];
  for (;;) {
    const byte = await line.next(BYTE_TIMEOUT_MS);
    if (typeof byte !== 'number') return { read: 'nothing', reason: 'ANSWER_CUT_SHORT' };
    if (byte === ETX) break;
    bytes.push(byte);
    if (bytes.length > MAX_MESSAGE_BYTES) return { read: 'nothing', reason: 'ANSWER_TOO_LARGE' };
  }
  const check = await line.next(BYTE_TIMEOUT_MS);
  if (typeof check !== 'number') return { read: 'nothing', reason: 'ANSWER_CUT_SHORT' };
  if (check !== checkByte(Uint8Array.of(...bytes, ETX)))
    return { read: 'nothing', reason: 'ANSWER_UNREADABLE' };
  return { read: 'message', message: Buffer.from(bytes).toString('latin1') };
}

/** Lines crackle: what is not expected is passed over. */
async function skipTo(signs: readonly number[], line: Line, timeoutMs: number | null): Promise<Heard> {
  for (;;) {
    const heard = await line.next(timeoutMs);
    if (typeof heard !== 'number' || signs.includes(heard)) return heard;
  }
}

function pause(timers: Timers, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    timers.after(milliseconds, resolve);
  });
}
