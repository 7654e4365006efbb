import { setTimeout as delay } from 'node:timers/promises';
import type { AnswerFault, Plan } from './plan.ts';

/** The way back to the kiosk. A kiosk that has gone away hears nothing; the transaction does not care. */
export interface AnswerLine {
  /** Resolves when the bytes have left. */
  write(bytes: Buffer): Promise<void>;
  /** Nothing more comes. */
  end(): void;
  /** As if the cable were pulled. */
  reset(): void;
}

export type Delivery = { answer: Buffer; fault: AnswerFault | undefined; line: AnswerLine };

/** What every protocol falls back to when it is told to talk nonsense: neither fields, nor JSON, nor a frame. */
const GARBAGE = Buffer.from('00ff4841454f7e7b22c3286e6f7420616e20616e73776572fffe0d0a', 'hex');

/** Sends an answer the way the plan wants it. Faults of the answer's content are none of its business. */
export async function deliver({ answer, fault, line }: Delivery): Promise<void> {
  switch (fault?.kind) {
    case 'silence':
    case 'ignored':
      return;
    case 'late':
      await delay(fault.afterMs);
      return line.write(answer);
    case 'pieces':
      return writePieces(answer, fault.sizeBytes, fault.gapMs, line);
    case 'twice':
      await line.write(answer);
      return line.write(answer);
    case 'cut':
      await line.write(answer.subarray(0, fault.afterBytes));
      return fault.manner === 'end' ? line.end() : line.reset();
    case 'powerCut':
      return cutPower(answer, fault.moment, line);
    default:
      return line.write(answer);
  }
}

/** Whether the plan lets the transaction begin at all. */
export function begins({ answer }: Plan): boolean {
  if (answer?.kind === 'powerCut' && answer.moment === 'beforeTransaction') dieNow();
  return answer?.kind !== 'ignored' && answer?.kind !== 'busy';
}

/** For the answer itself: what protocols put in place of it, since it means the same in all of them. */
export function garbageOf(fault: Extract<AnswerFault, { kind: 'garbage' }>): Buffer {
  return fault.hex === undefined ? GARBAGE : Buffer.from(fault.hex, 'hex');
}

/** The process dies as it would without power: no handler runs, no file is closed, the system cuts the connections. */
function dieNow(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('A killed process does not go on.');
}

async function writePieces(
  answer: Buffer,
  sizeBytes: number,
  gapMs: number,
  line: AnswerLine,
): Promise<void> {
  for (let start = 0; start < answer.length; start += sizeBytes) {
    if (start > 0) await delay(gapMs);
    await line.write(answer.subarray(start, start + sizeBytes));
  }
}

type Moment = Extract<AnswerFault, { kind: 'powerCut' }>['moment'];

async function cutPower(answer: Buffer, moment: Moment, line: AnswerLine): Promise<void> {
  if (moment === 'midAnswer') await line.write(answer.subarray(0, Math.floor(answer.length / 2)));
  dieNow();
}
