/** Through SANE itself: its `test` backend is a scanner that does as it is told. */
import { expect, it, onTestFinished } from 'vitest';
import type { ErrorCode } from '../../../preload/contract.ts';
import { pngSize } from '../gate/picture-size.ts';
import { recognise } from '../gate/recognise.ts';
import { createSaneScanner } from './scanner.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

it('hands over what lies on its glass', async () => {
  const scanner = createSaneScanner({ device: 'test', options: ['-x', '100', '-y', '80'] }, { log });

  const answer = await scanner.scan();

  if (!answer.ok) throw new Error(answer.error.code);
  expect(recognise(answer.value)).toBe('png');
  expect(pngSize(answer.value)?.width).toBeGreaterThan(500);
});

/** After a fault the `test` backend now and then waits for its own thread for ever; a scanner is given a minute. */
const BACKEND_MAY_HANG = { retry: 4, timeout: 3_000 };

it.each<[string, ErrorCode]>([
  ['SANE_STATUS_NO_DOCS', 'SCANNER_NO_PAPER'],
  ['SANE_STATUS_JAMMED', 'SCANNER_JAMMED'],
  ['SANE_STATUS_COVER_OPEN', 'SCANNER_COVER_OPEN'],
  ['SANE_STATUS_DEVICE_BUSY', 'SCANNER_BUSY'],
  ['SANE_STATUS_IO_ERROR', 'SCANNER_UNREACHABLE'],
])('%s is told as %s', BACKEND_MAY_HANG, async (status, code) => {
  const scanner = createSaneScanner({ device: 'test', options: ['--read-return-value', status] }, { log });
  onTestFinished(() => scanner.callOff());

  const answer = await scanner.scan();

  expect(answer).toEqual({ ok: false, error: { code } });
});

it('one that is not there does not answer', async () => {
  const answer = await createSaneScanner({ device: 'nobody:here' }, { log }).scan();

  expect(answer).toEqual({ ok: false, error: { code: 'SCANNER_UNREACHABLE' } });
});

it('stops when it is called off', async () => {
  const options = ['--read-delay=yes', '--read-delay-duration=200000'];
  const scanner = createSaneScanner({ device: 'test', options }, { log });

  const pending = scanner.scan();
  scanner.callOff();

  expect(await pending).toEqual({ ok: false, error: { code: 'SCANNER_UNREACHABLE' } });
});
