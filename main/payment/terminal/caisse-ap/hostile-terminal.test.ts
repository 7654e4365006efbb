/** Ten thousand terminals that say anything at all, to the driver itself. */

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { silentLog } from '../../../log/log.ts';
import { CAISSE_AP_SETTINGS } from '../testing/caisse-ap-settings.ts';
import { createManualTimers } from '../testing/manual-timers.ts';
import { ORDER } from '../testing/orders.ts';
import { createCaisseApTerminal } from './caisse-ap-terminal.ts';
import { encodeFields } from './fields.ts';

const TAGS = ['AE', 'AF', 'CA', 'CB', 'CD', 'CE', 'CZ', 'AA', 'AC', 'ZT', 'ZZ'];
const VALUES = ['10', '01', '11', '0', '1', '978', '840', '11245', '00011245', '1124', '0300', ''];
const YES = 'AE00210CA00201CB00511245CD0010CE003978';

const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
const anyFields = fc
  .array(fc.tuple(fc.constantFrom(...TAGS), fc.constantFrom(...VALUES)), { maxLength: 12 })
  .map(encodeFields);
const yesWithOneByteChanged = fc
  .tuple(fc.nat({ max: YES.length - 1 }), fc.integer({ min: 0, max: 255 }))
  .map(([at, byte]) => YES.slice(0, at) + String.fromCharCode(byte) + YES.slice(at + 1));
const anyAnswer = fc.oneof(
  fc.constant(YES),
  anyBytes,
  anyFields,
  yesWithOneByteChanged,
  fc.tuple(anyFields, anyBytes).map((parts) => parts.join('')),
);

const anyEnd = fc.constantFrom('hangsUp', 'breaks', 'staysSilent');

test('no answer of 10,000 crashes the driver, hangs it, or is approved by mistake', {
  timeout: 120_000,
}, async () => {
  let approvals = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(anyAnswer, { maxLength: 4 }), anyEnd, async (pieces, end) => {
      const timers = createManualTimers();
      const socket = new ScriptedSocket();
      const terminal = createCaisseApTerminal(CAISSE_AP_SETTINGS, {
        log: silentLog,
        timers,
        connect: () => socket as unknown as Socket,
      });

      const { outcome } = terminal.start(ORDER);
      socket.emit('connect');
      for (const piece of pieces) socket.emit('data', Buffer.from(piece, 'latin1'));
      if (end === 'hangsUp') socket.emit('end');
      if (end === 'breaks') socket.emit('error', Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
      if (end === 'staysSilent') timers.advance(180_000);

      const result = await outcome;
      if (result.outcome === 'APPROVED') {
        approvals += 1;
        expect(isPlainYes(pieces)).toBe(true);
      }
      expect(result.outcome).not.toBe('NOT_SENT');
      expect(timers.waiting).toBe(0);
    }),
    { numRuns: 10_000 },
  );

  // Right answers are among them, or the test would prove nothing.
  expect(approvals).toBeGreaterThan(0);
});

/** Read with other eyes: each field that makes a yes is there, and none says anything else. */
function isPlainYes(pieces: readonly string[]): boolean {
  return pieces.some((_, last) => {
    const fields = fieldsOf(pieces.slice(0, last + 1).join(''));
    const said = (tag: string) => new Set(fields?.filter(([name]) => name === tag).map(([, value]) => value));
    const saysOnly = (tag: string, form: RegExp) =>
      said(tag).size === 1 && form.test([...said(tag)][0] ?? '');
    return (
      saysOnly('AE', /^10$/) &&
      (said('AF').size === 0 || saysOnly('AF', /^01$/)) &&
      saysOnly('CB', /^0*11245$/) &&
      saysOnly('CA', /^01$/) &&
      saysOnly('CD', /^0$/) &&
      saysOnly('CE', /^978$/)
    );
  });
}

/** Null when it does not consist of whole fields. Written anew, so as not to share a mistake with the driver. */
function fieldsOf(text: string): [tag: string, value: string][] | null {
  if (text === '') return [];
  const head = /^([A-Z][A-Z0-9])([0-9]{3})/.exec(text);
  if (!head) return null;
  const [{ length: start }, tag = '', length = ''] = head;
  const end = start + Number.parseInt(length, 10);
  const rest = end > text.length ? null : fieldsOf(text.slice(end));
  return rest && [[tag, text.slice(start, end)], ...rest];
}

class ScriptedSocket extends Duplex {
  override _read(): void {}
  override _write(_: unknown, __: string, done: () => void): void {
    done();
  }
}
