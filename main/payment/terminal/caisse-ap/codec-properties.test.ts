/** What holds for every message, every amount and every way in which a network may cut an answer up. */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import type { PaymentOutcome } from '../payment-terminal.ts';
import { CAISSE_AP_SETTINGS } from '../testing/caisse-ap-settings.ts';
import { createManualTimers } from '../testing/manual-timers.ts';
import { ORDER } from '../testing/orders.ts';
import { createAnswerReader } from './answer-reader.ts';
import { createCaisseApTerminal } from './caisse-ap-terminal.ts';
import { encodeFields, parseFields } from './fields.ts';
import { encodeRequest, MAX_AMOUNT_CENTS, whatIsAsked } from './request.ts';

const tag = fc.stringMatching(/^[A-Z][A-Z0-9]$/);
const value = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)),
  maxLength: 999,
});
const message = fc.uniqueArray(fc.tuple(tag, value), {
  selector: ([name]) => name,
  minLength: 1,
  maxLength: 12,
});
const amount = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000 }),
  fc.integer({ min: 1, max: MAX_AMOUNT_CENTS }),
);

test('every message is read as it was written', () => {
  fc.assert(
    fc.property(message, (fields) => {
      expect(parseFields(encodeFields(fields))).toEqual({ form: 'whole', fields: new Map(fields) });
    }),
    { numRuns: 1_000 },
  );
});

test('a message that is cut off is never taken for a whole one with all its fields', () => {
  fc.assert(
    fc.property(message, fc.double({ min: 0, max: 1, noNaN: true }), (fields, share) => {
      const text = encodeFields(fields);
      const parsed = parseFields(text.slice(0, Math.floor(share * (text.length - 1))));

      expect(['whole', 'partial']).toContain(parsed.form);
      if (parsed.form === 'whole') expect(parsed.fields.size).toBeLessThan(fields.length);
    }),
    { numRuns: 1_000 },
  );
});

test('every amount that can be asked for stands in the request, and is approved by a yes to it', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 12 }), (amountCents, digits) => {
      const request = parseFields(encodeRequest(asked(amountCents), CAISSE_AP_SETTINGS));
      const answer = String(amountCents).padStart(Math.max(2, digits), '0');

      expect(request.form === 'whole' && Number(request.fields.get('CB'))).toBe(amountCents);
      expect(answerWith(answer, amountCents).outcome).toBe('APPROVED');
    }),
    { numRuns: 1_000 },
  );
});

test('an amount that was shortened, lengthened or altered anywhere is never approved', () => {
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('shortened' as const), at: fc.nat(11) }),
    fc.record({ kind: fc.constant('cutOff' as const), at: fc.nat(11) }),
    fc.record({ kind: fc.constant('lengthened' as const), at: fc.nat(11), by: fc.nat(9) }),
    fc.record({
      kind: fc.constant('altered' as const),
      at: fc.nat(11),
      by: fc.integer({ min: 1, max: 255 }),
    }),
  );

  fc.assert(
    fc.property(
      amount,
      fc.integer({ min: 2, max: 12 }),
      damage,
      (amountCents, width, { kind, at, ...by }) => {
        const said = String(amountCents).padStart(width, '0');
        const place = at % said.length;
        const damaged = {
          shortened: () => said.slice(0, place) + said.slice(place + 1),
          cutOff: () => said.slice(0, place),
          lengthened: () => said.slice(0, place) + ('by' in by ? by.by : '') + said.slice(place),
          altered: () =>
            said.slice(0, place) +
            String.fromCharCode((said.charCodeAt(place) + ('by' in by ? by.by : 1)) % 256) +
            said.slice(place + 1),
        }[kind]();
        // A zero more or less in front is the same amount.
        fc.pre(!/^[0-9]{2,12}$/.test(damaged) || BigInt(damaged) !== BigInt(amountCents));

        expect(answerWith(damaged, amountCents).outcome).toBe('UNKNOWN');
      },
    ),
    { numRuns: 5_000 },
  );
});

test('a yes to another payment, by one field, is never approved', () => {
  const others = fc.constantFrom<[string, fc.Arbitrary<string>]>(
    ['CE', fc.stringMatching(/^\d{3}$/).filter((currency) => currency !== '978')],
    ['CA', fc.stringMatching(/^\d{2}$/).filter((register) => register !== '01')],
    ['CD', fc.stringMatching(/^[1-9]$/)],
  );
  const change = others.chain(([name, arbitrary]) => arbitrary.map((other) => [name, other] as const));

  fc.assert(
    fc.property(change, ([name, other]) => {
      const fields = yesTo('00011245').map((field) => (field[0] === name ? ([name, other] as const) : field));

      expect(outcomeOf(encodeFields(fields), 11_245).outcome).toBe('UNKNOWN');
    }),
    { numRuns: 1_000 },
  );
});

test('through the driver, a yes in any order and any segments is a yes, and a no is a no', async () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });
  const no = [
    ['CZ', '0300'],
    ['AE', '01'],
    ['AF', '04'],
  ] as const;
  const answer = fc.oneof(
    fc.shuffledSubarray(yesTo('00011245'), { minLength: 5 }).map((fields) => ({ fields, says: 'APPROVED' })),
    fc.shuffledSubarray([...no], { minLength: 3 }).map((fields) => ({ fields, says: 'NOT_PERFORMED' })),
  );

  await fc.assert(
    fc.asyncProperty(answer, cuts, async ({ fields, says }, places) => {
      const outcome = await saidToTheDriver(segmentsOf(encodeFields(fields), places));

      expect(outcome.outcome).toBe(says);
    }),
    { numRuns: 1_000 },
  );
});

test('through the driver, an answer that is cut off at any byte is unknown', async () => {
  const text = encodeFields(yesTo('00011245'));

  for (let bytes = 0; bytes < text.length; bytes++) {
    const outcome = await saidToTheDriver([text.slice(0, bytes)]);
    expect(outcome.outcome).toBe('UNKNOWN');
  }
});

function asked(amountCents: number) {
  return whatIsAsked({ ...ORDER, amountCents }, CAISSE_AP_SETTINGS);
}

function yesTo(said: string): (readonly [string, string])[] {
  return [
    ['AE', '10'],
    ['CA', '01'],
    ['CD', '0'],
    ['CE', '978'],
    ['CB', said],
  ];
}

function answerWith(said: string, amountCents: number): PaymentOutcome {
  return outcomeOf(encodeFields(yesTo(said)), amountCents);
}

function outcomeOf(text: string, amountCents: number): PaymentOutcome {
  const reader = createAnswerReader(asked(amountCents));
  reader.take(Buffer.from(text, 'latin1'));
  return reader.outcome('NO_ANSWER');
}

function segmentsOf(text: string, shares: readonly number[]): string[] {
  const places = [
    0,
    ...shares.map((share) => Math.floor(share * text.length)).sort((a, b) => a - b),
    text.length,
  ];
  return places.slice(1).map((place, at) => text.slice(places[at], place));
}

/** Each segment as the network hands it over; then the terminal hangs up. */
async function saidToTheDriver(segments: readonly string[]): Promise<PaymentOutcome> {
  const socket = new ScriptedSocket();
  const terminal = createCaisseApTerminal(CAISSE_AP_SETTINGS, {
    log: silentLog,
    timers: createManualTimers(),
    connect: () => socket as unknown as Socket,
  });

  const { outcome } = terminal.start(ORDER);
  socket.emit('connect');
  for (const segment of segments) if (segment !== '') socket.emit('data', Buffer.from(segment, 'latin1'));
  socket.emit('end');
  return outcome;
}

class ScriptedSocket extends Duplex {
  override _read(): void {}
  override _write(_: unknown, __: string, done: () => void): void {
    done();
  }
}
