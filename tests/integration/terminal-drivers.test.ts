/** Each driver against the sandbox's terminal of its protocol, which shares no code with it, through every fault. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../main/log/log.ts';
import { createCaisseApTerminal } from '../../main/payment/terminal/caisse-ap/caisse-ap-terminal.ts';
import { createConcertEplusTerminal } from '../../main/payment/terminal/concert-eplus/concert-eplus-terminal.ts';
import { guarded } from '../../main/payment/terminal/guarded-terminal.ts';
import { openNexoTerminal } from '../../main/payment/terminal/nexo/nexo-terminal.ts';
import type {
  PaymentOutcome,
  PaymentTerminal,
  PaymentUnderWay,
  TerminalState,
} from '../../main/payment/terminal/payment-terminal.ts';
import { startCaisseApTerminal } from '../sandbox/terminal/caisse-ap/caisse-ap.ts';
import { startConcertTerminal } from '../sandbox/terminal/concert-eplus/concert-eplus.ts';
import { startNexoTerminal } from '../sandbox/terminal/nexo/nexo.ts';
import type { NewPlan, SandboxTerminal } from '../sandbox/terminal/start-terminal.ts';
import { CARD_TRACES } from '../sandbox/terminal/test-cards.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Expected = 'APPROVED' | 'NOT_PERFORMED' | 'NOT_SENT' | 'UNKNOWN';
type Row = [name: string, plan: NewPlan, expected: Expected, reason: string | null];

let folder: string;
let device: SandboxTerminal;
let terminal: PaymentTerminal;
let attempts = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drivers-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Caisse-AP', () => {
  beforeAll(async () => {
    device = await startCaisseApTerminal({ folder: join(folder, 'caisse-ap') });
    const settings = {
      driver: 'caisse-ap',
      host: '127.0.0.1',
      port: device.port,
      register: '01',
      protocolVersion: '0300',
      applicationId: '012345678901',
      answerTimeoutSeconds: 3,
    } as const;
    terminal = guarded('caisse-ap', createCaisseApTerminal(settings, { log: silentLog }), silentLog);
  });
  afterEach(switchOn);
  afterAll(() => device.stop());

  test.each<Row>([
    ...faultsOfAll(),
    ['byte by byte', { answer: { kind: 'pieces', sizeBytes: 1, gapMs: 1 } }, 'APPROVED', null],
    ['in another order', { answer: { kind: 'reordered' } }, 'APPROVED', null],
    ['twice', { answer: { kind: 'twice' } }, 'APPROVED', null],
    ['acknowledged only', { answer: { kind: 'acknowledgedOnly' } }, 'UNKNOWN', 'ONLY_ACKNOWLEDGED'],
    ['silence', { answer: { kind: 'silence' } }, 'UNKNOWN', 'NO_ANSWER'],
    ['lost in the terminal', { answer: { kind: 'ignored' } }, 'UNKNOWN', 'NO_ANSWER'],
    ['too late', { answer: { kind: 'late', afterMs: 3_500 } }, 'UNKNOWN', 'NO_ANSWER'],
    ['busy', { answer: { kind: 'busy' } }, 'NOT_PERFORMED', null],
    [
      'for another register',
      { answer: { kind: 'alteredFields', fields: { CA: '02' } } },
      'UNKNOWN',
      'ANOTHER_PAYMENT',
    ],
    [
      'for a refund',
      { answer: { kind: 'alteredFields', fields: { CD: '1' } } },
      'UNKNOWN',
      'ANOTHER_PAYMENT',
    ],
    [
      'done but refused',
      { answer: { kind: 'alteredFields', fields: { AF: '04' } } },
      'UNKNOWN',
      'ANSWER_CONTRADICTORY',
    ],
    ...['AE', 'CA', 'CB', 'CD', 'CE'].map(
      (tag): Row => [
        `without ${tag}`,
        { answer: { kind: 'missingFields', fields: [tag] } },
        'UNKNOWN',
        'FIELDS_MISSING',
      ],
    ),
    [
      'power cut before',
      { answer: { kind: 'powerCut', moment: 'beforeTransaction' } },
      'UNKNOWN',
      'CONNECTION_LOST',
    ],
    [
      'power cut after',
      { answer: { kind: 'powerCut', moment: 'beforeAnswer' } },
      'UNKNOWN',
      'CONNECTION_LOST',
    ],
    [
      'power cut within',
      { answer: { kind: 'powerCut', moment: 'midAnswer' } },
      'UNKNOWN',
      'ANSWER_CUT_SHORT',
    ],
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
    const payment = start();
    await reaches(payment, 'waitingForCard');

    const answer = await payment.abandon();
    await device.pressRedButton();

    expect(answer).toBe('pressRedButton');
    expect(await payment.outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'ABANDONED' });
  });

  test('the customer’s ticket comes as the terminal wrote it', async () => {
    const outcome = await start(true).outcome;

    expect(outcome).toMatchObject({
      outcome: 'APPROVED',
      ticket: expect.stringContaining('MONTANT : 112,45 EUR'),
    });
  });

  test('without a cable nothing is sent', unplugged);
});

describe('nexo', () => {
  beforeAll(async () => {
    const nexo = await startNexoTerminal({ folder: join(folder, 'nexo') });
    device = nexo;
    const settings = {
      driver: 'nexo',
      host: '127.0.0.1',
      port: nexo.port,
      poiId: nexo.poiId,
      saleId: 'kiosk-1',
      certificateFile: nexo.certificateFile,
      certificateName: `${nexo.poiId}.test.terminal.adyen.com`,
      silenceSeconds: 2,
      answerTimeoutSeconds: 9,
    } as const;
    terminal = guarded('nexo', await openNexoTerminal(settings, { log: silentLog }), silentLog);
  });
  afterEach(switchOn);
  afterAll(() => device.stop());

  test.each<Row>([
    ...faultsOfAll().filter(([name]) => name !== 'garbage'),
    ['byte by byte', { answer: { kind: 'pieces', sizeBytes: 1, gapMs: 0 } }, 'APPROVED', null],
    ['twice', { answer: { kind: 'twice' } }, 'APPROVED', null],
    ['garbage, then asked', { answer: { kind: 'garbage' } }, 'APPROVED', null],
    ['an HTTP error, then asked', { answer: { kind: 'httpStatus', status: 503 } }, 'APPROVED', null],
    ['silence, then asked', { answer: { kind: 'silence' } }, 'APPROVED', null],
    [
      'silence about a refusal, then asked',
      { outcome: 'refused', answer: { kind: 'silence' } },
      'NOT_PERFORMED',
      'REFUSED',
    ],
    ['too late, but asked', { answer: { kind: 'late', afterMs: 3_000 } }, 'APPROVED', null],
    ['cut, then asked', { answer: { kind: 'cut', afterBytes: 100 } }, 'APPROVED', null],
    ['reset, then asked', { answer: { kind: 'cut', afterBytes: 0, manner: 'reset' } }, 'APPROVED', null],
    [
      'lost in the terminal, which says so',
      { answer: { kind: 'ignored' } },
      'NOT_PERFORMED',
      'NEVER_STARTED',
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
    ['power cut after', { answer: { kind: 'powerCut', moment: 'beforeAnswer' } }, 'UNKNOWN', null],
  ])('%s', pays);

  test('after a power cut the terminal still knows what it took', async () => {
    const attempt = order();
    await device.plan({ answer: { kind: 'powerCut', moment: 'beforeAnswer' } });
    const { outcome } = await terminal.start(attempt).outcome;
    await device.hasGoneOff();
    await device.restart();

    expect(outcome).toBe('UNKNOWN');
    expect(await terminal.recover(attempt)).toMatchObject({ outcome: 'APPROVED' });
  });

  test('after a power cut before the payment the terminal knows of none', async () => {
    const attempt = order();
    await device.plan({ answer: { kind: 'powerCut', moment: 'beforeTransaction' } });
    const { outcome } = await terminal.start(attempt).outcome;
    await device.hasGoneOff();
    await device.restart();

    expect(outcome).toBe('UNKNOWN');
    expect(await terminal.recover(attempt)).toEqual({ outcome: 'NOT_PERFORMED', reason: 'NEVER_STARTED' });
  });

  test('the kiosk can end it', async () => {
    await device.setCustomer({ kind: 'byHand', decisionAfterMs: 0 });
    const payment = start();
    await reaches(payment, 'waitingForCard');
    await expect.poll(async () => (await device.state()).state).toBe('waitingForCard');

    expect(await payment.abandon()).toBe('requested');
    expect(await payment.outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'ABANDONED' });
  });

  test('without a cable nothing is sent', unplugged);
});

describe('Concert E+', () => {
  beforeAll(async () => {
    const concert = await startConcertTerminal({ folder: join(folder, 'concert') });
    device = concert;
    const settings = {
      driver: 'concert-eplus',
      device: concert.device,
      baudRate: 9_600,
      register: '01',
      answerTimeoutSeconds: 4,
    } as const;
    terminal = guarded('concert-eplus', createConcertEplusTerminal(settings, { log: silentLog }), silentLog);
  });
  afterEach(switchOn);
  afterAll(() => device.stop());

  test.each<Row>([
    ...faultsOfAll().filter(([name]) => name !== 'nobody comes' && name !== 'given up'),
    ['nobody comes', { outcome: 'inputTimeout' }, 'NOT_PERFORMED', null],
    ['given up', { outcome: 'abandoned' }, 'NOT_PERFORMED', null],
    ['byte by byte', { answer: { kind: 'pieces', sizeBytes: 1, gapMs: 1 } }, 'APPROVED', null],
    ['refused frames', { answer: { kind: 'refusedFrames', count: 2 } }, 'APPROVED', null],
    [
      'refused each time',
      { answer: { kind: 'refusedFrames', count: 5 } },
      'NOT_PERFORMED',
      'REQUEST_NOT_UNDERSTOOD',
    ],
    ['bad checksums', { answer: { kind: 'badChecksums', count: 2 } }, 'APPROVED', null],
    [
      'bad checksums each time',
      { answer: { kind: 'badChecksums', count: 5 } },
      'UNKNOWN',
      'ANSWER_UNREADABLE',
    ],
    ['silence', { answer: { kind: 'silence' } }, 'UNKNOWN', 'NO_ANSWER'],
    ['lost in the terminal', { answer: { kind: 'ignored' } }, 'UNKNOWN', 'NO_ANSWER'],
    ['cut', { answer: { kind: 'cut', afterBytes: 9 } }, 'UNKNOWN', 'ANSWER_CUT_SHORT'],
    ['busy', { answer: { kind: 'busy' } }, 'APPROVED', null],
    [
      'not sure',
      { answer: { kind: 'alteredFields', fields: { result: '9' } } },
      'UNKNOWN',
      'TERMINAL_UNSURE',
    ],
    [
      'without a currency',
      { answer: { kind: 'missingFields', fields: ['currency'] } },
      'UNKNOWN',
      'ANSWER_UNREADABLE',
    ],
    ['power cut after', { answer: { kind: 'powerCut', moment: 'beforeAnswer' } }, 'UNKNOWN', null],
    ['twice', { answer: { kind: 'twice' } }, 'APPROVED', null],
  ])('%s', pays);
});

/** What happens with every protocol. A function, since the tables above are read first. */
function faultsOfAll(): readonly Row[] {
  return [
    ['approved', {}, 'APPROVED', null],
    ['refused', { outcome: 'refused' }, 'NOT_PERFORMED', 'REFUSED'],
    ['given up', { outcome: 'abandoned' }, 'NOT_PERFORMED', 'ABANDONED'],
    ['nobody comes', { outcome: 'inputTimeout' }, 'NOT_PERFORMED', null],
    ['one cent less', { answer: { kind: 'wrongAmount' } }, 'UNKNOWN', 'AMOUNT_DIFFERS'],
    ['another amount', { answer: { kind: 'wrongAmount', amountCents: 5 } }, 'UNKNOWN', 'AMOUNT_DIFFERS'],
    ['in dollars', { answer: { kind: 'wrongCurrency' } }, 'UNKNOWN', 'CURRENCY_DIFFERS'],
    ['garbage', { answer: { kind: 'garbage' } }, 'UNKNOWN', null],
    ...[0, 1, 2, 3, 4].map(
      (card): Row => [
        `clear card number ${card}`,
        { answer: { kind: 'clearCardNumber', card } },
        'UNKNOWN',
        'CARD_NUMBER_IN_ANSWER',
      ],
    ),
  ];
}

async function pays(_name: string, plan: NewPlan, expected: Expected, reason: string | null): Promise<void> {
  const outcome = await payOnce(plan);

  expect(outcome).toMatchObject({ outcome: expected, ...(reason ? { reason } : {}) });
  const kept = JSON.stringify(outcome);
  expect(CARD_TRACES.filter((trace) => kept.includes(trace))).toEqual([]);
}

async function unplugged(): Promise<void> {
  await device.setReachable(false);

  const { outcome } = await start().outcome;
  await device.setReachable(true);

  expect(outcome).toBe('NOT_SENT');
}

/** The terminal's own journal must not know better than a yes or a no. */
async function payOnce(plan: NewPlan): Promise<PaymentOutcome> {
  await device.plan(plan);
  const before = device.journal().length;

  const outcome = await start().outcome;

  if (plan.answer?.kind === 'powerCut') await device.hasGoneOff();
  const taken = device.journal().slice(before);
  if (outcome.outcome === 'APPROVED')
    expect(taken).toMatchObject([{ outcome: 'approved', amountCents: 11_245 }]);
  if (outcome.outcome === 'NOT_PERFORMED' || outcome.outcome === 'NOT_SENT')
    expect(taken.filter((entry) => entry.outcome === 'approved')).toEqual([]);
  return outcome;
}

function start(wantsTicket = false): PaymentUnderWay {
  return terminal.start({ ...order(), wantsTicket });
}

function order() {
  attempts += 1;
  const attemptId = `01890a5d-ac96-774b-bcce-${String(attempts).padStart(12, '0')}`;
  return { attemptId, amountCents: 11_245, currency: 'EUR', wantsTicket: false } as const;
}

function reaches(payment: PaymentUnderWay, wanted: TerminalState): Promise<void> {
  return new Promise((resolve) => {
    payment.follow((state) => {
      if (state === wanted) resolve();
    });
  });
}

async function switchOn(): Promise<void> {
  if ((await device.state()).state === 'off') await device.restart();
  await device.clearPlans();
  await device.setCustomer({ kind: 'instant' });
}
