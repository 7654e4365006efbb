import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../../main/log/log.ts';
import { createCaisseApTerminal } from '../../../main/payment/terminal/caisse-ap/caisse-ap-terminal.ts';
import { guarded } from '../../../main/payment/terminal/guarded-terminal.ts';
import { machineTimers, type Timers } from '../../../main/payment/terminal/timers.ts';
import { startCaisseApTerminal } from '../../sandbox/terminal/caisse-ap/caisse-ap.ts';
import type { SandboxTerminal } from '../../sandbox/terminal/start-terminal.ts';
import { type Expected, FAULTS_OF_ALL, type Row, reaches, trialOf } from './trial.ts';

/** Nothing comes at all, or nothing that would say more. */
type Patience = 'forNothing' | 'forMore';

let folder: string;
let device: SandboxTerminal;

/** A tenth of every wait: where nothing more comes, that is all there is to it. */
const hurriedTimers: Timers = { after: (ms, act) => machineTimers.after(ms / 10, act) };

const { pays, payOnce, start, unplugged, switchOn } = trialOf<Patience>(
  () => device,
  async (patience) => {
    const settings = {
      driver: 'caisse-ap',
      host: '127.0.0.1',
      port: device.port,
      register: '01',
      protocolVersion: '0300',
      applicationId: '012345678901',
      answerTimeoutSeconds: patience === 'forNothing' ? 0.3 : 180,
    } as const;
    const timers = patience === 'forMore' ? hurriedTimers : machineTimers;
    return guarded('caisse-ap', createCaisseApTerminal(settings, { log: silentLog, timers }), silentLog);
  },
);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caisse-ap-'));
  device = await startCaisseApTerminal({ folder });
});
afterEach(switchOn);
afterAll(async () => {
  await device.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each<Row<Patience>>([
  ...FAULTS_OF_ALL,
  ['garbage', { answer: { kind: 'garbage' } }, 'UNKNOWN', null],
  ['byte by byte', { answer: { kind: 'pieces', sizeBytes: 1, gapMs: 1 } }, 'APPROVED', null],
  ['in another order', { answer: { kind: 'reordered' } }, 'APPROVED', null],
  ['twice', { answer: { kind: 'twice' } }, 'APPROVED', null],
  ['acknowledged only', { answer: { kind: 'acknowledgedOnly' } }, 'UNKNOWN', 'ONLY_ACKNOWLEDGED', 'forMore'],
  ['silence', { answer: { kind: 'silence' } }, 'UNKNOWN', 'NO_ANSWER', 'forNothing'],
  ['lost in the terminal', { answer: { kind: 'ignored' } }, 'UNKNOWN', 'NO_ANSWER', 'forNothing'],
  ['too late', { answer: { kind: 'late', afterMs: 1_500 } }, 'UNKNOWN', 'NO_ANSWER', 'forNothing'],
  ['busy', { answer: { kind: 'busy' } }, 'NOT_PERFORMED', null],
  [
    'for another register',
    { answer: { kind: 'alteredFields', fields: { CA: '02' } } },
    'UNKNOWN',
    'ANOTHER_PAYMENT',
  ],
  ['for a refund', { answer: { kind: 'alteredFields', fields: { CD: '1' } } }, 'UNKNOWN', 'ANOTHER_PAYMENT'],
  [
    'done but refused',
    { answer: { kind: 'alteredFields', fields: { AF: '04' } } },
    'UNKNOWN',
    'ANSWER_CONTRADICTORY',
  ],
  ...['AE', 'CA', 'CB', 'CD', 'CE'].map(
    (tag): Row<Patience> => [
      `without ${tag}`,
      { answer: { kind: 'missingFields', fields: [tag] } },
      'UNKNOWN',
      'FIELDS_MISSING',
      'forMore',
    ],
  ),
  [
    'power cut before',
    { answer: { kind: 'powerCut', moment: 'beforeTransaction' } },
    'UNKNOWN',
    'CONNECTION_LOST',
  ],
  ['power cut after', { answer: { kind: 'powerCut', moment: 'beforeAnswer' } }, 'UNKNOWN', 'CONNECTION_LOST'],
  ['power cut within', { answer: { kind: 'powerCut', moment: 'midAnswer' } }, 'UNKNOWN', 'ANSWER_CUT_SHORT'],
])('%s', pays);

test('cut off at each byte, a payment is approved only when everything needed has come', async () => {
  const whole = await payOnce({});
  const outcomes: Expected[] = [];

  for (let afterBytes = 0; afterBytes <= 140; afterBytes++)
    outcomes.push(
      (await payOnce({ answer: { kind: 'cut', afterBytes, manner: afterBytes % 2 ? 'end' : 'reset' } }))
        .outcome,
    );

  const needed = 'CZ0040300CJ012012345678901CA00201CE003978BA0010CD0010CB00800011245AE00210'.length;
  expect(whole.outcome).toBe('APPROVED');
  expect(new Set(outcomes.slice(0, needed))).toEqual(new Set(['UNKNOWN']));
  expect(outcomes).not.toContain('NOT_PERFORMED');
  expect(outcomes).not.toContain('NOT_SENT');
});

test('the red button ends it', async () => {
  await device.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
  const payment = await start();
  await reaches(payment, 'waitingForCard');

  const answer = await payment.abandon();
  await device.pressRedButton();

  expect(answer).toBe('pressRedButton');
  expect(await payment.outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'ABANDONED' });
});

test('the customer’s ticket comes as the terminal wrote it', async () => {
  const outcome = await (await start(true)).outcome;

  expect(outcome).toMatchObject({
    outcome: 'APPROVED',
    ticket: expect.stringContaining('MONTANT : 112,45 EUR'),
  });
});

test('without a cable nothing is sent', unplugged);
