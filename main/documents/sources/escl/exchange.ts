/** One question to a scanner, and its answer: bounded in size and time, never led elsewhere. */
import { request as ask } from 'node:http';
import { connect as connectPlainly, type Socket } from 'node:net';
import { connect as connectSafely } from 'node:tls';
import type { ErrorCode, Result } from '../../../../preload/contract.ts';
import { hostOf } from './scanner-address.ts';

export interface Question {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** From the root of the scanner. */
  readonly path: string;
  /** XML. */
  readonly body?: string;
  /** What is larger is not read. */
  readonly limitBytes: number;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly body: Uint8Array;
  readonly location: string | null;
  readonly retryAfterSeconds: number | null;
}

/** SCANNER_UNREACHABLE, _NOT_TRUSTED, _BROKEN_ANSWER. DOCUMENT_TOO_BIG for an answer beyond its limit. */
export type Exchange = (question: Question) => Promise<Result<Answer>>;

export interface ScannerPlace {
  readonly url: string;
  /** Of its own certificate, which nobody vouches for: `AB:CD:…`. Without it, the system's own trust decides. */
  readonly certificateSha256?: string | undefined;
}

const CERTIFICATE_FAULTS = /^(ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_)/;

export function createExchange(place: ScannerPlace): Exchange {
  const url = new URL(place.url);
  const isSafe = url.protocol === 'https:';
  const host = hostOf(url);
  const port = Number(url.port) || (isSafe ? 443 : 80);
  const pinned = place.certificateSha256?.toUpperCase() ?? null;

  return ({ method, path, body = '', limitBytes, timeoutSeconds, signal }) => {
    const { promise, resolve } = Promise.withResolvers<Result<Answer>>();
    const refuse = (code: ErrorCode) => resolve({ ok: false, error: { code } });
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutSeconds * 1_000)]);
    if (limit.aborted) {
      refuse('SCANNER_UNREACHABLE');
      return promise;
    }
    let socket: Socket | null = null;

    const request = ask({
      host,
      port,
      path,
      method,
      headers: {
        Host: url.host,
        ...(body === '' ? {} : { 'Content-Type': 'text/xml; charset=utf-8' }),
        ...(method === 'GET' ? {} : { 'Content-Length': Buffer.byteLength(body) }),
      },
      signal: limit,
      createConnection(_, connected) {
        socket = isSafe ? safely(connected) : plainly(connected);
        return undefined;
      },
    });
    limit.addEventListener('abort', () => socket?.destroy(), { once: true });
    request.on('error', (error) => refuse(codeOf(error)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let sizeBytes = 0;
      response.on('data', (chunk: Buffer) => {
        sizeBytes += chunk.length;
        if (sizeBytes <= limitBytes) {
          chunks.push(chunk);
          return;
        }
        refuse('DOCUMENT_TOO_BIG');
        response.destroy();
      });
      response.on('error', () => refuse('SCANNER_UNREACHABLE'));
      response.on('close', () => {
        if (!response.complete) return refuse('SCANNER_UNREACHABLE');
        resolve({
          ok: true,
          value: {
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks),
            location: response.headers.location ?? null,
            retryAfterSeconds: secondsIn(response.headers['retry-after']),
          },
        });
      });
    });
    request.end(body);
    return promise;
  };

  type Connected = (error: Error | null, socket: Socket) => void;

  function plainly(connected: Connected): Socket {
    const socket = connectPlainly({ host, port }, () => connected(null, socket));
    socket.once('error', (error) => connected(error, socket));
    return socket;
  }

  /** Not a byte is said before the certificate is known to be the right one. */
  function safely(connected: Connected): Socket {
    const socket = connectSafely(
      { host, port, rejectUnauthorized: pinned === null, ...(isName(host) ? { servername: host } : {}) },
      () => {
        const isRight = pinned === null || socket.getPeerCertificate().fingerprint256 === pinned;
        if (isRight) return connected(null, socket);
        socket.destroy();
        connected(Object.assign(new Error('another certificate'), { code: 'CERT_NOT_PINNED' }), socket);
      },
    );
    socket.once('error', (error) => connected(error, socket));
    return socket;
  }
}

function isName(host: string): boolean {
  return !/^[\d.]+$/.test(host) && !host.includes(':');
}

function codeOf(error: Error): ErrorCode {
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('HPE_')) return 'SCANNER_BROKEN_ANSWER';
  return CERTIFICATE_FAULTS.test(code) ? 'SCANNER_NOT_TRUSTED' : 'SCANNER_UNREACHABLE';
}

function secondsIn(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
}
