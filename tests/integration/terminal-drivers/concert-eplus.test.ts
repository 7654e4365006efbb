import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { silentLog } from '../../../main/log/log.ts';
import { createConcertEplusTerminal } from '../../../main/payment/terminal/concert-eplus/concert-eplus-terminal.ts';
import { guarded } from '../../../main/payment/terminal/guarded-terminal.ts';
import {
  type ConcertTerminal,
  startConcertTerminal,
} from '../../sandbox/terminal/concert-eplus/concert-eplus.ts';
import { FAULTS_OF_ALL, type Row, trialOf } from './trial.ts';

/** Nothing at all comes, or what comes is not to be understood. */
type Patience = 'forNothing' | 'forSense';

const ANSWER_TIMEOUT_SECONDS = { inAHall: 180, forNothing: 0.4, forSense: 4 } as const;

let folder: string;
let device: ConcertTerminal;
/** A terminal that was left alone calls again for a while, which the next test must not hear. */
let isLeftAlone = false;

const { pays, switchOn } = trialOf<Patience>(
  () => device,
  async (patience) => {
    isLeftAlone = patience !== undefined;
    const settings = {
      driver: 'concert-eplus',
      device: device.device,
      baudRate: 9_600,
      register: '01',
      answerTimeoutSeconds: ANSWER_TIMEOUT_SECONDS[patience ?? 'inAHall'],
    } as const;
    return guarded('concert-eplus', createConcertEplusTerminal(settings, { log: silentLog }), silentLog);
  },
);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'concert-'));
  device = await startConcertTerminal({ folder });
});
afterEach(async () => {
  if (isLeftAlone) await device.powerCut();
  isLeftAlone = false;
  await switchOn();
});
afterAll(async () => {
  await device.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each<Row<Patience>>([
  // This protocol does not tell who gave up.
  ...FAULTS_OF_ALL.map(
    ([name, plan, expected, reason]): Row<Patience> => [
      name,
      plan,
      expected,
      name === 'given up' ? null : reason,
    ],
  ),
  ['garbage', { answer: { kind: 'garbage' } }, 'UNKNOWN', null, 'forNothing'],
  ['byte by byte', { answer: { kind: 'pieces', sizeBytes: 1, gapMs: 1 } }, 'APPROVED', null],
  ['refused frames', { answer: { kind: 'refusedFrames', count: 2 } }, 'APPROVED', null],
  [
    'refused each time',
    { answer: { kind: 'refusedFrames', count: 5 } },
    'NOT_PERFORMED',
    'REQUEST_NOT_UNDERSTOOD',
  ],
  ['bad checksums', { answer: { kind: 'badChecksums', count: 2 } }, 'APPROVED', null],
  ['bad checksums each time', { answer: { kind: 'badChecksums', count: 5 } }, 'UNKNOWN', 'ANSWER_UNREADABLE'],
  ['silence', { answer: { kind: 'silence' } }, 'UNKNOWN', 'NO_ANSWER', 'forNothing'],
  ['lost in the terminal', { answer: { kind: 'ignored' } }, 'UNKNOWN', 'NO_ANSWER', 'forNothing'],
  ['cut', { answer: { kind: 'cut', afterBytes: 9 } }, 'UNKNOWN', 'ANSWER_CUT_SHORT', 'forSense'],
  ['busy', { answer: { kind: 'busy' } }, 'APPROVED', null],
  ['not sure', { answer: { kind: 'alteredFields', fields: { result: '9' } } }, 'UNKNOWN', 'TERMINAL_UNSURE'],
  [
    'without a currency',
    { answer: { kind: 'missingFields', fields: ['currency'] } },
    'UNKNOWN',
    'ANSWER_UNREADABLE',
  ],
  [
    'power cut after',
    { answer: { kind: 'powerCut', moment: 'beforeAnswer' } },
    'UNKNOWN',
    null,
    'forNothing',
  ],
  ['twice', { answer: { kind: 'twice' } }, 'APPROVED', null],
])('%s', pays);
