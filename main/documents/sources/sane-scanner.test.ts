/** Through SANE itself: its `test` backend is a scanner that does as it is told. */
import { expect, it, onTestFinished } from 'vitest';
import type { ErrorCode, Result } from '../../../preload/contract.ts';
import { pngSize } from '../gate/picture-size.ts';
import { recognise } from '../gate/recognise.ts';
import { createSaneScanner, type SaneSettings } from './sane-scanner.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

it('hands over what lies on its glass', async () => {
  const { answer, files } = await scan({ device: 'test', options: ['-x', '100', '-y', '80'] });

  const [file = new Uint8Array()] = files;
  expect(answer.ok).toBe(true);
  expect(recognise(file)).toBe('png');
  expect(pngSize(file)?.width).toBeGreaterThan(500);
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
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());

  const { answer } = await scan(
    { device: 'test', options: ['--read-return-value', status] },
    { signal: leaving.signal },
  );

  expect(answer).toEqual({ ok: false, error: { code } });
});

it('one that is not there does not answer', async () => {
  const { answer } = await scan({ device: 'nobody:here' });

  expect(answer).toEqual({ ok: false, error: { code: 'SCANNER_UNREACHABLE' } });
});

it('stops when it is called off', async () => {
  const options = ['--read-delay=yes', '--read-delay-duration=200000'];
  const leaving = new AbortController();

  const pending = scan({ device: 'test', options }, { signal: leaving.signal });
  leaving.abort();

  expect((await pending).answer).toEqual({ ok: false, error: { code: 'SCANNER_UNREACHABLE' } });
});

it('answers with why its file was not taken', async () => {
  const refusal = { ok: false, error: { code: 'DOCUMENT_TOO_MANY_PAGES' } } as const;

  const { answer } = await scan({ device: 'test', options: ['-x', '20', '-y', '20'] }, { refusal });

  expect(answer).toEqual(refusal);
});

it('is asked how it is without scanning', async () => {
  const there = await createSaneScanner({ device: 'test' }, { log }).check();
  const nowhere = await createSaneScanner({ device: 'nobody:here' }, { log }).check();

  expect(there).toEqual({ ok: true, value: { state: 'ready', model: null, feeder: null } });
  expect(nowhere).toEqual({ ok: false, error: { code: 'SCANNER_UNREACHABLE' } });
});

async function scan(
  settings: SaneSettings,
  options: { signal?: AbortSignal; refusal?: Result<unknown> } = {},
): Promise<{ answer: Result<void>; files: Uint8Array[] }> {
  const { signal = new AbortController().signal, refusal } = options;
  const files: Uint8Array[] = [];
  const answer = await createSaneScanner(settings, { log }).scan({
    signal,
    async take(file) {
      files.push(file);
      return refusal ?? { ok: true, value: undefined };
    },
  });
  return { answer, files };
}
