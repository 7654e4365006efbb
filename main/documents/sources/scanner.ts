/** A scanner that SANE knows, on a cable or in the network: one sheet at a time, by its own program `scanimage`. */
import { spawn } from 'node:child_process';
import type { ErrorCode, Result } from '../../../preload/contract.ts';
import type { Log } from '../../log/log.ts';
import { DOCUMENT_LIMITS } from '../gate/limits.ts';

export interface Scanner {
  /** A PNG. SCANNER_UNREACHABLE, _BUSY, _NO_PAPER, _JAMMED, _COVER_OPEN; DOCUMENT_TOO_BIG. */
  scan(): Promise<Result<Uint8Array>>;
  /** Ends a scan that is under way. */
  callOff(): void;
}

export interface ScannerSettings {
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
const RESOLUTION_DOTS_PER_INCH = 150;

export function createSaneScanner({ device, options = [] }: ScannerSettings, parts: { log: Log }): Scanner {
  const { log } = parts;
  let underWay: AbortController | null = null;

  return {
    async scan() {
      underWay?.abort();
      const own = new AbortController();
      underWay = own;
      const words = [
        `--device-name=${device}`,
        '--format=png',
        `--resolution=${RESOLUTION_DOTS_PER_INCH}`,
        ...options,
      ];
      const answer = await run(
        words,
        AbortSignal.any([own.signal, AbortSignal.timeout(LIMIT_SECONDS * 1_000)]),
      );
      if (underWay === own) underWay = null;
      if (!answer.ok) log.warn('scanner.failed', { code: answer.error.code });
      return answer;
    },
    callOff: () => underWay?.abort(),
  };
}

function run(words: readonly string[], signal: AbortSignal): Promise<Result<Uint8Array>> {
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
    if (sizeBytes <= DOCUMENT_LIMITS.fileBytes) {
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
