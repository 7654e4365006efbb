/** One question to a printer and its answer, over HTTP as RFC 8010 says, bounded in time and in size. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { decodeAnswer, encodeRequest, type IppAnswer, type IppRequest } from './ipp-message.ts';

export type Exchange = { ok: true; answer: IppAnswer } | { ok: false; failure: ExchangeFailure };

/** `cause` is a code for the technician, such as ECONNREFUSED. */
export type ExchangeFailure =
  /** No connection came about: the printer has certainly not heard the question. */
  | { kind: 'neverSent'; cause: string }
  /** The connection broke, or time ran out: the printer may have heard the question. */
  | { kind: 'lost'; cause: string }
  /** Something answered that does not speak IPP. */
  | { kind: 'notIpp'; httpStatus: number | null };

export type AskPrinter = (
  uri: string,
  request: IppRequest,
  options: { timeoutMs: number; document?: Uint8Array },
) => Promise<Exchange>;

const IPP_MEDIA_TYPE = 'application/ipp';
/** RFC 8010, section 3.4.1. */
const IPP_PORT = 631;
/** All attributes of a talkative printer are about 100 kB, and we ask for a few. */
const LARGEST_ANSWER_BYTES = 256 * 1024;

let lastRequestId = 0;

/** Never throws, and has ended when `timeoutMs` have passed. */
export const askPrinter: AskPrinter = async (uri, request, { timeoutMs, document }) => {
  lastRequestId = (lastRequestId + 1) % 0x7fffffff;
  const requestId = lastRequestId;
  const head = await encodeRequest(request, uri, requestId);
  const posted = await post(new URL(uri), document ? [head, document] : [head], timeoutMs);
  if (!posted.ok) return posted;
  const answer = await decodeAnswer(posted.body, requestId);
  return answer ? { ok: true, answer } : { ok: false, failure: { kind: 'notIpp', httpStatus: 200 } };
};

type Posted = { ok: true; body: Buffer } | { ok: false; failure: ExchangeFailure };

/**
 * Plain `node:http` rather than a client library: each request is one connection, sent once. Nothing is followed,
 * kept alive, decompressed or silently tried again, since a second Print-Job is a second print.
 */
function post(uri: URL, parts: readonly Uint8Array[], timeoutMs: number): Promise<Posted> {
  const isSecure = uri.protocol === 'ipps:';
  return new Promise((resolve) => {
    let isConnected = false;
    const request = (isSecure ? httpsRequest : httpRequest)({
      method: 'POST',
      // An IPv6 address stands in brackets in a URI, and without them everywhere else.
      host: uri.hostname.replace(/^\[|\]$/g, ''),
      port: uri.port || IPP_PORT,
      path: `${uri.pathname || '/'}${uri.search}`,
      agent: false,
      headers: {
        'content-type': IPP_MEDIA_TYPE,
        'content-length': parts.reduce((total, part) => total + part.byteLength, 0),
      },
    });
    const settle = (posted: Posted) => {
      clearTimeout(patience);
      resolve(posted);
      request.destroy();
    };
    const fail = (failure: ExchangeFailure) => settle({ ok: false, failure });
    const giveUp = (cause: string) => fail({ kind: isConnected ? 'lost' : 'neverSent', cause });
    const patience = setTimeout(giveUp, timeoutMs, 'TIME_IS_UP');

    request.once('socket', (socket: Socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true;
      });
    });
    // Whatever is destroyed may complain once more after the outcome is settled: hence `on`, not `once`.
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code?.startsWith('HPE_')) fail({ kind: 'notIpp', httpStatus: null });
      else giveUp(error.code ?? error.name);
    });
    request.once('close', () => giveUp('CLOSED'));
    request.once('response', (response) => {
      const mediaType = response.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      if (response.statusCode !== 200 || mediaType !== IPP_MEDIA_TYPE) {
        fail({ kind: 'notIpp', httpStatus: response.statusCode ?? null });
        return;
      }
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > LARGEST_ANSWER_BYTES) fail({ kind: 'notIpp', httpStatus: 200 });
        else chunks.push(chunk);
      });
      response.once('end', () => settle({ ok: true, body: Buffer.concat(chunks) }));
      response.on('error', () => giveUp('CLOSED'));
    });

    for (const part of parts) request.write(part);
    request.end();
  });
}
