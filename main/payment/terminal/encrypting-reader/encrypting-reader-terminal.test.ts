import { describe, expect, test } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import {
  NO_FACTS,
  type PaymentOutcome,
  type PaymentUnderWay,
  type TerminalState,
} from '../payment-terminal.ts';
import {
  createPretendReader,
  KEY_SERIAL_NUMBER,
  PRODUCT_ID,
  type PretendReader,
  VENDOR_ID,
} from '../testing/magnesafe-reader.ts';
import { createManualTimers } from '../testing/manual-timers.ts';
import { ORDER } from '../testing/orders.ts';
import type { CardProvider, EncryptedCard } from './card-provider.ts';
import { createEncryptingReader } from './encrypting-reader-terminal.ts';

const SETTINGS = {
  driver: 'encrypting-reader',
  vendorId: VENDOR_ID,
  productId: PRODUCT_ID,
  usagePage: 0xff00,
  usage: 0x01,
  cardTimeoutSeconds: 60,
} as const;
const APPROVED: PaymentOutcome = { outcome: 'APPROVED', facts: NO_FACTS, ticket: null };

describe('a card', () => {
  test('leaves the reader as ciphertext and key serial number, and nothing else', async () => {
    const reader = createPretendReader();
    const { start, charged } = opened(reader);
    const payment = start(ORDER);
    await reaches(payment, 'waitingForCard');

    const report = reader.swipe();

    expect(await payment.outcome).toEqual(APPROVED);
    expect(charged).toEqual([
      { ciphertexts: [reader.ciphertext.toString('hex')], keySerialNumber: KEY_SERIAL_NUMBER },
    ]);
    expect(report.every((byte) => byte === 0)).toBe(true);
    expect(reader.closings).toBe(1);
  });

  test('that was not read can be swiped again', async () => {
    const reader = createPretendReader();
    const { start, charged } = opened(reader);
    const payment = start(ORDER);
    await reaches(payment, 'waitingForCard');

    reader.swipe((unread) => unread.set([1, 1, 1]));
    reader.swipe();

    expect(await payment.outcome).toEqual(APPROVED);
    expect(charged).toHaveLength(1);
  });

  test('that nobody swipes ends the payment', async () => {
    const timers = createManualTimers();
    const { start } = opened(createPretendReader(), timers);
    const payment = start(ORDER);
    await reaches(payment, 'waitingForCard');

    timers.advance(60_000);

    expect(await payment.outcome).toEqual({ outcome: 'NOT_PERFORMED', reason: 'CARD_TIMEOUT' });
  });

  test('that has been read can no longer be taken back', async () => {
    const reader = createPretendReader();
    const { start } = opened(reader);
    const payment = start(ORDER);
    await reaches(payment, 'waitingForCard');

    reader.swipe();
    await reaches(payment, 'processing');

    expect(await payment.abandon()).toBe('tooLate');
    expect(await payment.outcome).toEqual(APPROVED);
  });
});

describe('a reader is refused at opening when', () => {
  test.each([
    ['it does not encrypt', createPretendReader({ securityLevel: 2 })],
    [
      'it sends clear tracks beside the encrypted ones',
      createPretendReader({
        entries: [
          { usagePage: 0x8e, usage: 0x01 },
          { usagePage: 0xff00, usage: 0x01 },
        ],
      }),
    ],
    [
      'it types on the keyboard',
      createPretendReader({
        entries: [
          { usagePage: 0x01, usage: 0x06 },
          { usagePage: 0xff00, usage: 0x01 },
        ],
      }),
    ],
  ])('%s', async (_, reader) => {
    const { start, charged } = opened(reader);

    expect(await start(ORDER).outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_REFUSED' });
    expect(charged).toEqual([]);
    expect(reader.closings).toBe(reader.openings);
  });
});

test('a reader on the page of clear tracks is refused at opening unless it proves that it encrypts', async () => {
  const entries = [{ usagePage: 0x8e, usage: 0x01 }];
  const settings = { ...SETTINGS, usagePage: 0x8e };
  const [clear, encrypting] = [0, 3].map((securityLevel) => {
    const { hid } = createPretendReader({ securityLevel, entries });
    return createEncryptingReader(settings, { log: silentLog, hid });
  });

  expect(await clear?.test()).toEqual({ reachable: false, reason: 'DEVICE_REFUSED' });
  expect(await encrypting?.test()).toEqual({ reachable: true });
});

describe('a reader is refused for good when what it sends', () => {
  const clearTrack = Buffer.from(';5555555555554444=30121010000000000000?0');

  test.each<readonly [string, (report: Buffer) => void]>([
    ['is a track in clear', (report) => void report.set(clearTrack, 119)],
    ['is not in whole blocks', (report) => void report.set([39], 4)],
    ['says that encryption is off', (report) => void report.set([0, 0x02], 493)],
    ['has no key serial number', (report) => void report.fill(0, 495, 505)],
  ])('%s', async (_, spoil) => {
    const reader = createPretendReader();
    const { start, charged } = opened(reader);
    const payment = start(ORDER);
    await reaches(payment, 'waitingForCard');

    const report = reader.swipe(spoil);

    expect(await payment.outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_REFUSED' });
    expect(await start(ORDER).outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_REFUSED' });
    expect(charged).toEqual([]);
    expect(reader.openings).toBe(1);
    expect(report.every((byte) => byte === 0)).toBe(true);
  });
});

describe('nothing is sent when', () => {
  test('the reader is not there', async () => {
    const { start, test: reach } = opened(createPretendReader({ entries: [] }));

    expect(await start(ORDER).outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_ABSENT' });
    expect(await reach()).toEqual({ reachable: false, reason: 'DEVICE_ABSENT' });
  });

  test('the reader is unplugged', async () => {
    const reader = createPretendReader();
    const { start } = opened(reader);
    const payment = start(ORDER);
    await reaches(payment, 'waitingForCard');

    reader.unplug();

    expect(await payment.outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_ABSENT' });
  });

  test('the person gives up', async () => {
    const { start } = opened(createPretendReader());
    const payment = start(ORDER);
    await reaches(payment, 'waitingForCard');

    expect(await payment.abandon()).toBe('requested');
    expect(await payment.outcome).toEqual({ outcome: 'NOT_SENT', reason: 'ABANDONED' });
  });

  test('there is nobody to charge the card', async () => {
    const reader = createPretendReader();
    const terminal = createEncryptingReader(SETTINGS, { log: silentLog, hid: reader.hid });

    expect(await terminal.start(ORDER).outcome).toEqual({
      outcome: 'NOT_SENT',
      reason: 'NO_PAYMENT_PROVIDER',
    });
    expect(reader.openings).toBe(0);
  });
});

test('a test opens the reader, has it prove that it encrypts, and closes it', async () => {
  const reader = createPretendReader();

  expect(await opened(reader).test()).toEqual({ reachable: true });
  expect(reader.closings).toBe(1);
});

function opened(reader: PretendReader, timers = createManualTimers()) {
  const charged: EncryptedCard[] = [];
  const provider: CardProvider = {
    async authorise(_, card) {
      charged.push(card);
      return APPROVED;
    },
    recover: async () => ({ outcome: 'UNKNOWN', reason: 'NO_ANSWER' }),
  };
  const terminal = createEncryptingReader(SETTINGS, { log: silentLog, provider, timers, hid: reader.hid });
  return { ...terminal, charged };
}

function reaches(payment: PaymentUnderWay, wanted: TerminalState): Promise<void> {
  return new Promise((resolve) => {
    payment.follow((state) => {
      if (state === wanted) resolve();
    });
  });
}
