import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../../main/log/log.ts';
import { guarded } from '../../../main/payment/terminal/guarded-terminal.ts';
import { openNexoTerminal } from '../../../main/payment/terminal/nexo/nexo-terminal.ts';
import type { PaymentTerminal } from '../../../main/payment/terminal/payment-terminal.ts';
import { type NexoTerminal, startNexoTerminal } from '../../sandbox/terminal/nexo/nexo.ts';
import { FAULTS_OF_ALL, newOrder, type Row, reaches, trialOf } from './trial.ts';

/** For an answer that never comes, before the terminal is asked; or for a terminal that is off, before giving up. */
type Patience = 'untilAsked' | 'withOneThatIsOff';

const SECONDS = {
  inAHall: { silenceSeconds: 120, answerTimeoutSeconds: 180 },
  untilAsked: { silenceSeconds: 0.3, answerTimeoutSeconds: 60 },
  withOneThatIsOff: { silenceSeconds: 60, answerTimeoutSeconds: 60.3 },
} as const;

let folder: string;
let device: NexoTerminal;

const open = async (patience?: Patience): Promise<PaymentTerminal> => {
  const settings = {
    driver: 'nexo',
    host: '127.0.0.1',
    port: device.port,
    poiId: device.poiId,
    saleId: 'kiosk-1',
    certificateFile: device.certificateFile,
    certificateName: `${device.poiId}.test.terminal.adyen.com`,
    ...SECONDS[patience ?? 'inAHall'],
  } as const;
  return guarded('nexo', await openNexoTerminal(settings, { log: silentLog }), silentLog);
};
const { pays, start, unplugged, switchOn } = trialOf<Patience>(() => device, open);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nexo-'));
  device = await startNexoTerminal({ folder });
});
afterEach(switchOn);
afterAll(async () => {
  await device.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each<Row<Patience>>([
  ...FAULTS_OF_ALL,
  ['byte by byte', { answer: { kind: 'pieces', sizeBytes: 1, gapMs: 0 } }, 'APPROVED', null],
  ['twice', { answer: { kind: 'twice' } }, 'APPROVED', null],
  ['garbage, then asked', { answer: { kind: 'garbage' } }, 'APPROVED', null],
  ['an HTTP error, then asked', { answer: { kind: 'httpStatus', status: 503 } }, 'APPROVED', null],
  ['silence, then asked', { answer: { kind: 'silence' } }, 'APPROVED', null, 'untilAsked'],
  [
    'silence about a refusal, then asked',
    { outcome: 'refused', answer: { kind: 'silence' } },
    'NOT_PERFORMED',
    'REFUSED',
    'untilAsked',
  ],
  ['too late, but asked', { answer: { kind: 'late', afterMs: 2_000 } }, 'APPROVED', null, 'untilAsked'],
  ['cut, then asked', { answer: { kind: 'cut', afterBytes: 100 } }, 'APPROVED', null],
  ['reset, then asked', { answer: { kind: 'cut', afterBytes: 0, manner: 'reset' } }, 'APPROVED', null],
  [
    'lost in the terminal, which says so',
    { answer: { kind: 'ignored' } },
    'NOT_PERFORMED',
    'NEVER_STARTED',
    'untilAsked',
  ],
  ['busy', { answer: { kind: 'busy' } }, 'NOT_PERFORMED', 'TERMINAL_BUSY'],
  [
    'without an amount, then asked',
    { answer: { kind: 'missingFields', fields: ['PaymentResult.AmountsResp'] } },
    'APPROVED',
    null,
  ],
  [
    'without a response, then asked',
    { answer: { kind: 'missingFields', fields: ['Response'] } },
    'APPROVED',
    null,
  ],
  [
    'a result that nobody knows, then asked',
    { answer: { kind: 'alteredFields', fields: { 'Response.Result': 'Maybe' } } },
    'APPROVED',
    null,
  ],
  [
    'partial',
    { answer: { kind: 'alteredFields', fields: { 'Response.Result': 'Partial' } } },
    'UNKNOWN',
    'PARTLY_APPROVED',
  ],
  [
    'power cut after',
    { answer: { kind: 'powerCut', moment: 'beforeAnswer' } },
    'UNKNOWN',
    null,
    'withOneThatIsOff',
  ],
])('%s', pays);

test('after a power cut the terminal still knows what it took', async () => {
  const attempt = newOrder();
  const terminal = await open('withOneThatIsOff');
  await device.plan({ answer: { kind: 'powerCut', moment: 'beforeAnswer' } });
  const { outcome } = await terminal.start(attempt).outcome;
  await device.hasGoneOff();
  await device.restart();

  expect(outcome).toBe('UNKNOWN');
  expect(await terminal.recover(attempt)).toMatchObject({ outcome: 'APPROVED' });
});

test('after a power cut before the payment the terminal knows of none', async () => {
  const attempt = newOrder();
  const terminal = await open('withOneThatIsOff');
  await device.plan({ answer: { kind: 'powerCut', moment: 'beforeTransaction' } });
  const { outcome } = await terminal.start(attempt).outcome;
  await device.hasGoneOff();
  await device.restart();

  expect(outcome).toBe('UNKNOWN');
  expect(await terminal.recover(attempt)).toEqual({ outcome: 'NOT_PERFORMED', reason: 'NEVER_STARTED' });
});

test('the kiosk can end it', async () => {
  await device.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
  const payment = await start();
  await reaches(payment, 'waitingForCard');
  await expect.poll(async () => (await device.state()).state).toBe('waitingForCard');

  expect(await payment.abandon()).toBe('requested');
  expect(await payment.outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'ABANDONED' });
});

test('without a cable nothing is sent', unplugged);
