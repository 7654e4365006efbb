/** Against a scanner of its own over HTTP, with all that can go wrong with one. */
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished, test } from 'vitest';
import type { ErrorCode, Result } from '../../../../preload/contract.ts';
import { type SandboxScanner, startScanner } from '../../../../tests/sandbox/scanner/scanner.ts';
import type { ScannerFault } from '../../../../tests/sandbox/scanner/scanner-faults.ts';
import { certificateOf } from '../../../../tests/sandbox/terminal/nexo/certificate.ts';
import { silentLog } from '../../../log/log.ts';
import { DOCUMENT_LIMITS } from '../../gate/limits.ts';
import { photoJpeg } from '../../testing/sample-files.ts';
import { createEsclScanner } from './escl-scanner.ts';
import { createExchange } from './exchange.ts';

let sheet: Uint8Array;

beforeAll(async () => {
  sheet = await photoJpeg(60, 80);
});

it('scans the glass: in colour, 300 dots an inch, as a JPEG', async () => {
  const { scanner, device } = await arrange();

  const { answer, files } = await scanWith(scanner);

  expect(answer).toEqual({ ok: true, value: undefined });
  expect(files).toEqual([Buffer.from(sheet)]);
  expect(device.look().jobs).toEqual([
    { source: 'Platen', colourMode: 'RGB24', format: 'image/jpeg', dotsPerInch: 300 },
  ]);
  expect(device.look().isBusy).toBe(false);
});

it('scans all that lies in the feeder', async () => {
  const { scanner, device } = await arrange({ sheetsInFeeder: 3 });

  const { answer, files } = await scanWith(scanner);

  expect(answer.ok).toBe(true);
  expect(files).toHaveLength(3);
  expect(device.look().jobs.map(({ source }) => source)).toEqual(['Feeder']);
  expect(device.look().isBusy).toBe(false);
});

it('a scanner that is a feeder alone says when nothing lies in it', async () => {
  const { scanner } = await arrange({ has: { glass: false, feeder: true } });

  expect((await scanWith(scanner)).answer).toEqual(failure('SCANNER_NO_PAPER'));
});

test.each<[string, ScannerFault, ErrorCode]>([
  ['a jam at the first sheet', { kind: 'jam', afterSheets: 0 }, 'SCANNER_JAMMED'],
  ['an open lid', { kind: 'hatchOpen' }, 'SCANNER_COVER_OPEN'],
  ['being out of service', { kind: 'stopped' }, 'SCANNER_STOPPED'],
  ['somebody else at it, for ever', { kind: 'busy', times: 100 }, 'SCANNER_BUSY'],
  ['being at work, for ever', { kind: 'processing', times: 100 }, 'SCANNER_BUSY'],
  ['a lamp that never gets warm', { kind: 'warmingUp', times: 100 }, 'SCANNER_BUSY'],
  ['a cut in the middle of a page', { kind: 'cut', saysLength: true }, 'SCANNER_UNREACHABLE'],
  ['a page that ends too early', { kind: 'cut', saysLength: false }, 'SCANNER_BROKEN_ANSWER'],
  ['silence', { kind: 'silent', at: 'words' }, 'SCANNER_UNREACHABLE'],
  ['silence instead of a page', { kind: 'silent', at: 'page' }, 'SCANNER_UNREACHABLE'],
  ['a web page', { kind: 'page', content: 'html' }, 'SCANNER_BROKEN_ANSWER'],
  ['an empty page', { kind: 'page', content: 'empty' }, 'SCANNER_BROKEN_ANSWER'],
  ['a page without end', { kind: 'page', content: 'endless' }, 'DOCUMENT_TOO_BIG'],
  ['what is no XML', { kind: 'words', content: 'garbage' }, 'SCANNER_BROKEN_ANSWER'],
  ['no words', { kind: 'words', content: 'empty' }, 'SCANNER_BROKEN_ANSWER'],
  ['a billion laughs', { kind: 'words', content: 'entityBomb' }, 'SCANNER_BROKEN_ANSWER'],
  ['a file of the kiosk', { kind: 'words', content: 'externalEntity' }, 'SCANNER_BROKEN_ANSWER'],
  ['words without end', { kind: 'words', content: 'endless' }, 'SCANNER_BROKEN_ANSWER'],
  ['another protocol', { kind: 'words', content: 'notHttp' }, 'SCANNER_BROKEN_ANSWER'],
  ['a job nowhere', { kind: 'location', value: null }, 'SCANNER_BROKEN_ANSWER'],
])('%s is told as such', async (_, fault, code) => {
  const { scanner, device } = await arrange({ fault, sheetsInFeeder: 1 });

  const { answer, files } = await scanWith(scanner);

  expect(answer).toEqual(failure(code));
  expect(files).toEqual([]);
  expect(device.look().isBusy && fault.kind !== 'silent' && fault.kind !== 'location').toBe(false);
});

test.each<[string, ScannerFault, ErrorCode]>([
  ['a jam', { kind: 'jam', afterSheets: 2 }, 'SCANNER_JAMMED'],
  ['two sheets at once', { kind: 'mispick', afterSheets: 2 }, 'SCANNER_MISPICKED'],
])('before %s, the sheets that came through are handed over', async (_, fault, code) => {
  const { scanner } = await arrange({ fault, sheetsInFeeder: 5 });

  const { answer, files } = await scanWith(scanner);

  expect(answer).toEqual(failure(code));
  expect(files).toHaveLength(2);
});

test.each<[string, ScannerFault]>([
  ['somebody else is done', { kind: 'busy', times: 3 }],
  ['it has come to rest', { kind: 'processing', times: 3 }],
  ['its lamp is warm', { kind: 'warmingUp', times: 3 }],
])('waits until %s', async (_, fault) => {
  const { scanner, pauses } = await arrange({ fault });

  const { answer, files } = await scanWith(scanner);

  expect(answer.ok).toBe(true);
  expect(files).toHaveLength(1);
  expect(pauses).toEqual([1, 1, 1]);
});

it('a feeder that never gets empty is stopped when enough is taken', async () => {
  const { scanner, device } = await arrange({
    fault: { kind: 'page', content: 'unendingFeeder' },
    sheetsInFeeder: 1,
  });

  const { answer, files } = await scanWith(scanner, { most: 4 });

  expect(answer).toEqual(failure('DOCUMENT_TOO_MANY_PAGES'));
  expect(files).toHaveLength(5);
  expect(device.look().questions.at(-1)).toBe('DELETE ScanJobs');
  expect(device.look().isBusy).toBe(false);
});

it('called off in the middle, it tells the scanner to stop', async () => {
  const { scanner, device } = await arrange({ sheetsInFeeder: 5 });
  const leaving = new AbortController();

  const { answer } = await scanWith(scanner, { signal: leaving.signal, onFile: () => leaving.abort() });

  expect(answer).toEqual(failure('SCANNER_UNREACHABLE'));
  expect(device.look().questions.at(-1)).toBe('DELETE ScanJobs');
  expect(device.look()).toMatchObject({ isBusy: false, sheetsInFeeder: 4 });
});

it('called off before it began, it asks the scanner nothing', async () => {
  const { scanner, device } = await arrange();

  const { answer } = await scanWith(scanner, { signal: AbortSignal.abort() });

  expect(answer).toEqual(failure('SCANNER_UNREACHABLE'));
  expect(device.look().questions).toEqual([]);
});

it('a job said to be elsewhere is asked for at the scanner', async () => {
  const elsewhere = await startScanner();
  onTestFinished(() => elsewhere.stop());
  const { scanner, device } = await arrange({
    fault: { kind: 'location', value: `${elsewhere.url}/ScanJobs/1` },
  });

  const { answer } = await scanWith(scanner);

  expect(answer.ok).toBe(true);
  expect(device.look().questions).toContain('GET ScanJobs NextDocument');
  expect(elsewhere.look().questions).toEqual([]);
});

it('nobody there is told as such', async () => {
  const device = await startScanner();
  await device.stop();
  const scanner = createEsclScanner({ url: device.url }, { log: silentLog });

  expect((await scanWith(scanner)).answer).toEqual(failure('SCANNER_UNREACHABLE'));
  expect(await scanner.check()).toEqual(failure('SCANNER_UNREACHABLE'));
});

it('over TLS, only a scanner with the certificate that it is known by is spoken to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scanner-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const own = await certificateOf(folder, 'scanner');
  const asked: string[] = [];
  const device = createServer({ key: own.key, cert: own.certificate }, (request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(503, { 'Retry-After': '1' }).end();
  }).on('tlsClientError', () => undefined);
  onTestFinished(() => void device.close());
  await once(device.listen(0, '127.0.0.1'), 'listening');
  const url = `https://127.0.0.1:${(device.address() as AddressInfo).port}/eSCL/`;
  const checkWith = (certificateSha256?: string) =>
    createEsclScanner({ url, certificateSha256 }, { log: silentLog, pause: async () => undefined }).check();
  const known = new X509Certificate(own.certificate).fingerprint256;

  expect(await checkWith()).toEqual(failure('SCANNER_NOT_TRUSTED'));
  expect(await checkWith(known.replace(/^../, (pair) => (pair === '00' ? '01' : '00')))).toEqual(
    failure('SCANNER_NOT_TRUSTED'),
  );
  expect(asked).toEqual([]);
  expect(await checkWith(known.toLowerCase())).toEqual(failure('SCANNER_BUSY'));
  expect(asked[0]).toBe('/eSCL/ScannerCapabilities');
});

it('is asked how it is without scanning', async () => {
  const { scanner, device } = await arrange({ sheetsInFeeder: 1 });

  const well = await scanner.check();
  device.setFault({ kind: 'hatchOpen' });
  const open = await scanner.check();

  expect(well).toEqual({ ok: true, value: { state: 'ready', model: 'Sandbox Scanner', feeder: 'loaded' } });
  expect(open).toEqual(failure('SCANNER_COVER_OPEN'));
  expect(device.look().jobs).toEqual([]);
});

/** What would be waited for a minute is waited for a moment. */
const WITHIN_SECONDS = 0.5;

async function arrange(
  options: Parameters<typeof startScanner>[0] & { fault?: ScannerFault } = {},
): Promise<{ scanner: ReturnType<typeof createEsclScanner>; device: SandboxScanner; pauses: number[] }> {
  const { fault = null, ...rest } = options;
  const device = await startScanner({ drawSheet: async () => sheet, ...rest });
  onTestFinished(() => device.stop());
  device.setFault(fault);
  const pauses: number[] = [];
  const place = { url: device.url };
  const exchange = createExchange(place);
  const isSilent = fault?.kind === 'silent';
  const scanner = createEsclScanner(place, {
    log: silentLog,
    ...(isSilent
      ? { exchange: (question) => exchange({ ...question, timeoutSeconds: WITHIN_SECONDS }) }
      : {}),
    pause: async (seconds) => void pauses.push(seconds),
  });
  return { scanner, device, pauses };
}

async function scanWith(
  scanner: ReturnType<typeof createEsclScanner>,
  options: { most?: number; signal?: AbortSignal; onFile?: () => void } = {},
): Promise<{ answer: Result<void>; files: Uint8Array[] }> {
  const { most = DOCUMENT_LIMITS.pages, signal = new AbortController().signal, onFile } = options;
  const files: Uint8Array[] = [];
  const answer = await scanner.scan({
    signal,
    async take(file) {
      files.push(file);
      onFile?.();
      return files.length > most ? failure('DOCUMENT_TOO_MANY_PAGES') : { ok: true, value: undefined };
    },
  });
  return { answer, files };
}

function failure(code: ErrorCode) {
  return { ok: false as const, error: { code } };
}
