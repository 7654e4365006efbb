/** The driver of encrypting readers on the sandbox's reader, which shares no code with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Hid } from '../../main/devices/hid/hid.ts';
import { silentLog } from '../../main/log/log.ts';
import type {
  CardProvider,
  EncryptedCard,
} from '../../main/payment/terminal/encrypting-reader/card-provider.ts';
import { createEncryptingReader } from '../../main/payment/terminal/encrypting-reader/encrypting-reader-terminal.ts';
import { NO_FACTS, type PaymentUnderWay } from '../../main/payment/terminal/payment-terminal.ts';
import { type HidReader, startHidReader } from '../sandbox/terminal/hid-reader/hid-reader.ts';
import { CARD_TRACES } from '../sandbox/terminal/test-cards.ts';

vi.setConfig({ testTimeout: 30_000 });

const ORDER = {
  attemptId: '01890a5d-ac96-774b-bcce-b302099a8057',
  amountCents: 11_245,
  currency: 'EUR',
  wantsTicket: false,
} as const;

let folder: string;
let device: HidReader;
let charged: EncryptedCard[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reader-'));
  charged = [];
});

afterEach(async () => {
  await device.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a card that is drawn through the reader', () => {
  test.each(['encrypted', 'twice'] as const)('%s leaves it as ciphertext, once', async (kind) => {
    const payment = await waitingForCard('encrypting');

    await device.swipe({ kind });

    expect(await payment.outcome).toMatchObject({ outcome: 'APPROVED' });
    expect(charged).toMatchObject([{ keySerialNumber: expect.stringMatching(/^9011880b0a1c2d/) }]);
    const said = JSON.stringify(charged);
    expect(CARD_TRACES.filter((trace) => said.includes(trace))).toEqual([]);
  });

  test('the wrong way round can be drawn again', async () => {
    const payment = await waitingForCard('encrypting');

    await device.swipe({ kind: 'failed' });
    await device.swipe({ kind: 'encrypted' });

    expect(await payment.outcome).toMatchObject({ outcome: 'APPROVED' });
  });

  test.each([{ kind: 'clear' }, { kind: 'garbage' }, { kind: 'encrypted', cutAfterBytes: 300 }] as const)(
    'and comes out as %j goes no further',
    async (swipe) => {
      const payment = await waitingForCard('encrypting');

      await device.swipe(swipe);

      expect(await payment.outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_REFUSED' });
      expect(charged).toEqual([]);
    },
  );
});

test('a reader that is unplugged has sent nothing', async () => {
  const payment = await waitingForCard('encrypting');

  await device.unplug();

  expect(await payment.outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_ABSENT' });
});

test.each([0xff00, 0x8e])(
  'a reader of clear tracks is refused at opening, looked for on page %i',
  async (page) => {
    const terminal = await opened('magneticStripe', page);

    expect(await terminal.start(ORDER).outcome).toEqual({ outcome: 'NOT_SENT', reason: 'DEVICE_REFUSED' });
  },
);

async function waitingForCard(kind: 'encrypting' | 'magneticStripe'): Promise<PaymentUnderWay> {
  const payment = (await opened(kind)).start(ORDER);
  await new Promise<void>((resolve) => {
    payment.follow((state) => {
      if (state === 'waitingForCard') resolve();
    });
  });
  return payment;
}

async function opened(kind: 'encrypting' | 'magneticStripe', usagePage = 0xff00) {
  device = await startHidReader({ folder, kind });
  const hid: Hid = {
    devicesAsync: async () => device.devices(),
    async open() {
      // The sandbox's reader has no feature reports: this is what one of its kind would say of itself.
      const securityLevel = kind === 'encrypting' ? 3 : 2;
      return Object.assign(await device.open(), {
        sendFeatureReport: async (report: number[]) => report.length,
        getFeatureReport: async () => Buffer.from([0, 0, 1, securityLevel]),
      });
    },
  };
  const provider: CardProvider = {
    async authorise(_, card) {
      charged.push(card);
      return { outcome: 'APPROVED', facts: NO_FACTS, ticket: null };
    },
    recover: async () => ({ outcome: 'UNKNOWN', reason: 'NO_ANSWER' }),
  };
  return createEncryptingReader(
    {
      driver: 'encrypting-reader',
      vendorId: 0x0801,
      productId: 0x0011,
      usagePage,
      usage: 1,
      cardTimeoutSeconds: 60,
    },
    { log: silentLog, hid, provider },
  );
}
