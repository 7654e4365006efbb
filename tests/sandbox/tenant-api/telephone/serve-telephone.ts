import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handle } from '../../loopback-server.ts';
import type { TelephoneSide } from '../upload-slots.ts';
import { UPLOAD_PAGE_HEADERS, type UploadPageState, uploadPage } from './upload-page.ts';
import { languageOf, type UploadRefusal } from './upload-words.ts';

const PATH = /^\/u\/([0-9a-z]{26})$/;

const MOST_FILES = 5;
const MOST_FILE_BYTES = 20_000_000;
/** What a form takes beside its files: their names, and what stands between them. */
const FORM_BYTES = 100_000;

const STATUS_OF: Readonly<Record<UploadRefusal, number>> = {
  noFile: 400,
  tooMany: 400,
  notUnderstood: 400,
  tooBig: 413,
};

export function isForTelephones(request: IncomingMessage): boolean {
  return PATH.test(pathOf(request));
}

/** `/u/{uploadToken}` of the contract. */
export function createTelephoneHandler(telephone: () => TelephoneSide): Handle {
  return async (request, response) => {
    const token = PATH.exec(pathOf(request))?.[1] ?? '';
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return show(token, request, response);
      case 'POST':
        return receive(token, request, response);
      default:
        response.writeHead(405, { Allow: 'GET, HEAD, POST' }).end();
    }
  };

  function show(token: string, request: IncomingMessage, response: ServerResponse): void {
    const secondsLeft = telephone().secondsLeft(token);
    if (secondsLeft === null) {
      reply(request, response, 404, { name: 'over' });
      return;
    }
    // Whoever only asks for the head shows nobody a page.
    if (request.method === 'GET') telephone().opened(token);
    reply(request, response, 200, { name: 'form', secondsLeft, refusal: null });
  }

  async function receive(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const side = telephone();
    if (side.secondsLeft(token) === null) {
      // Read to its end: a browser that is still sending would not hear the answer.
      request.resume();
      return reply(request, response, 404, { name: 'over' });
    }
    side.receiving(token);
    const sent = await filesIn(request);
    if (typeof sent !== 'string' && side.receive(token, sent)) {
      return reply(request, response, 201, { name: 'received' });
    }
    side.interrupted(token);
    const secondsLeft = side.secondsLeft(token);
    if (typeof sent !== 'string' || secondsLeft === null) {
      return reply(request, response, 404, { name: 'over' });
    }
    reply(request, response, STATUS_OF[sent], { name: 'form', secondsLeft, refusal: sent });
  }
}

function reply(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  state: UploadPageState,
): void {
  const page = Buffer.from(uploadPage(state, languageOf(request.headers['accept-language'] ?? '')));
  response.writeHead(status, {
    ...UPLOAD_PAGE_HEADERS,
    Vary: 'Accept-Language',
    'Content-Length': page.length,
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}

/** The files that stand in the form, or what is wrong with it. */
async function filesIn(request: IncomingMessage): Promise<Buffer[] | UploadRefusal> {
  const body = await bytesOf(request, MOST_FILES * MOST_FILE_BYTES + FORM_BYTES);
  if (typeof body === 'string') return body;
  const form = await formOf(request.headers['content-type'] ?? '', body);
  if (!form) return 'notUnderstood';
  const files = form.getAll('file').filter((entry) => typeof entry !== 'string');
  // A browser sends an empty file without a name when none was chosen.
  const chosen = files.filter(({ name, size }) => name !== '' || size > 0);
  if (chosen.length === 0) return 'noFile';
  if (chosen.length > MOST_FILES) return 'tooMany';
  if (chosen.some(({ size }) => size > MOST_FILE_BYTES)) return 'tooBig';
  return Promise.all(chosen.map(async (file) => Buffer.from(await file.arrayBuffer())));
}

async function formOf(contentType: string, body: Buffer<ArrayBuffer>): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function bytesOf(request: IncomingMessage, limitBytes: number): Promise<Buffer<ArrayBuffer> | UploadRefusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= limitBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve('tooBig');
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => resolve('notUnderstood'));
    request.once('close', () => resolve('notUnderstood'));
  });
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}
