/** Answers that no scanner gives, or that break off. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ScannerFault } from './scanner-faults.ts';

type HostileWords = Extract<ScannerFault, { kind: 'words' }>['content'];

const ENTITY_BOMB = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">${Array.from(
  { length: 30 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join('')}]><scan:ScannerCapabilities><pwg:Version>&l30;</pwg:Version></scan:ScannerCapabilities>`;

const EXTERNAL_ENTITY = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY file SYSTEM "file:///etc/passwd">]>
<scan:ScannerCapabilities><pwg:MakeAndModel>&file;</pwg:MakeAndModel></scan:ScannerCapabilities>`;

const WORDS: Readonly<Record<Exclude<HostileWords, 'endless' | 'notHttp'>, string>> = {
  garbage: '<scan:ScannerCapabilities><pwg:Version>2.63</scan:Platen>\u0000',
  empty: '',
  entityBomb: ENTITY_BOMB,
  externalEntity: EXTERNAL_ENTITY,
};

export async function answerHostileWords(
  content: HostileWords,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> {
  switch (content) {
    case 'endless':
      response.writeHead(200, { 'Content-Type': 'text/xml' });
      return pourOut(Buffer.from('<scan:ScannerCapabilities>'.repeat(1_000)), response, stopping);
    case 'notHttp':
      response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
      return;
    default:
      response.writeHead(200, { 'Content-Type': 'text/xml' }).end(WORDS[content]);
  }
}

/** The page itself where nothing is wrong with it. */
export async function answerPage(
  fault: ScannerFault | null,
  { sheet, type }: { sheet: Buffer; type: string },
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> {
  if (fault?.kind === 'cut') {
    const half = sheet.subarray(0, Math.floor(sheet.length / 2));
    if (fault.saysLength) {
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': sheet.length });
      response.write(half, () => response.destroy());
    } else {
      // As old devices do: without a length, the end of the connection is the end of the page.
      response.shouldKeepAlive = false;
      response.useChunkedEncodingByDefault = false;
      response.writeHead(200, { 'Content-Type': type, Connection: 'close' }).end(half);
    }
    return;
  }
  switch (fault?.kind === 'page' ? fault.content : null) {
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Sign in</body></html>');
      return;
    case 'empty':
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': 0 }).end();
      return;
    case 'endless':
      response.writeHead(200, { 'Content-Type': type }).write(sheet);
      return pourOut(Buffer.alloc(256 * 1024), response, stopping);
    default:
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': sheet.length }).end(sheet);
  }
}

/** Until nobody listens any more. */
async function pourOut(chunk: Buffer, response: ServerResponse, stopping: AbortSignal): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  while (!response.destroyed && !stopping.aborted) {
    if (!response.write(chunk)) {
      await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
    }
    await nextTurn();
  }
}
