/** A scanner that SANE knows, on a cable or in the network: one sheet at a time, by its own program `scanimage`. */
import { spawn } from 'node:child_process';
import type { ErrorCode, Result } from '../../../preload/contract.ts';
import type { Log } from '../../log/log.ts';
import { DOCUMENT_LIMITS } from '../gate/limits.ts';
import type { Scanner } from './scanner.ts';

export interface SaneSettings {
  /** As `scanimage -L` names it. */
  readonly device: string;
  /** Options of this device's own: its feeder, its colours. */
  readonly options?: readonly string[];
}

/** `scanimage` ends with SANE's own numbers, `SANE_Status` of sane.h. */
const ERROR_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  3: 'SCANNER_BUSY',
  6: 'SCANNER_JAMMED',
  7: 'SCANNER_NO_PAPER',
  8: 'SCANNER_COVER_OPEN',
};

/** Warming its lamp up, and the slowest of sheets. */
const LIMIT_SECONDS = 60;
/** To open the device and list its options. */
const CHECK_LIMIT_SECONDS = 8;
const MOST_WORDS_BYTES = 512 * 1024;
const RESOLUTION_DOTS_PER_INCH = 150;

export function createSaneScanner({ device, options = [] }: SaneSettings, parts: { log: Log }): Scanner {
  const { log } = parts;

  return {
    async scan({ take, signal }) {
      const words = [
        `--device-name=${device}`,
        '--format=png',
        `--resolution=${RESOLUTION_DOTS_PER_INCH}`,
        ...options,
      ];
      const answer = await run(words, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_SECONDS * 1_000)]),
        limitBytes: DOCUMENT_LIMITS.fileBytes,
      });
      if (!answer.ok) {
        log.warn('scanner.failed', { code: answer.error.code });
        return answer;
      }
      const taken = await take(answer.value);
      return taken.ok ? { ok: true, value: undefined } : taken;
    },

    async check() {
      // Opens the device to list what it can be told, and scans nothing.
      const answer = await run([`--device-name=${device}`, '--all-options'], {
        signal: AbortSignal.timeout(CHECK_LIMIT_SECONDS * 1_000),
        limitBytes: MOST_WORDS_BYTES,
      });
      return answer.ok ? { ok: true, value: { state: 'ready', model: null, feeder: null } } : answer;
    },
  };
}

/** What `scanimage` writes. */
function run(
  words: readonly string[],
  { signal, limitBytes }: { signal: AbortSignal; limitBytes: number },
): Promise<Result<Uint8Array>> {
  const { promise, resolve } = Promise.withResolvers<Result<Uint8Array>>();
  const refuse = (code: ErrorCode) => resolve({ ok: false, error: { code } });
  const chunks: Buffer[] = [];
  let sizeBytes = 0;

  const program = spawn('scanimage', words, {
    stdio: ['ignore', 'pipe', 'ignore'],
    signal,
    killSignal: 'SIGKILL',
  });
  program.on('error', () => refuse('SCANNER_UNREACHABLE'));
  program.stdout.on('data', (chunk: Buffer) => {
    sizeBytes += chunk.length;
    if (sizeBytes <= limitBytes) {
      chunks.push(chunk);
      return;
    }
    refuse('DOCUMENT_TOO_BIG');
    program.kill('SIGKILL');
  });
  program.on('close', (status) => {
    if (status === 0) resolve({ ok: true, value: Buffer.concat(chunks) });
    else refuse(ERROR_OF_STATUS[status ?? -1] ?? 'SCANNER_UNREACHABLE');
  });
  return promise;
}
