import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { z } from 'zod';
import { isFromThisMachine } from '../../from-this-machine.ts';
import type { Handle } from '../../loopback-server.ts';
import { readBody } from '../../request-body.ts';
import { type Answer, created, ok, problem } from '../answer.ts';
import type { LandlordSystem } from '../landlord-system.ts';

/** What `npm run build` makes of renderer/desk. */
const FOLDER = resolve(import.meta.dirname, '../../../../out/desk');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * As the README tells whoever serves it. Styles in elements are the mirror's own: it is drawn in a frame without
 * scripts, from masked events in which no style is let through.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const MAX_BODY_BYTES = 1_000;

const joining = z.union([
  z.strictObject({ pairingCode: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ helpCallId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
]);

export function isForDesk(request: IncomingMessage): boolean {
  return pathOf(request).startsWith('/desk/');
}

/** The page of the desk, and what it asks for: the `desk` part of the contract, without its sign-in. */
export function createDeskHandler(system: () => LandlordSystem): Handle {
  return async (request, response) => {
    if (!isFromThisMachine(request)) return send(response, problem('path.unknown'));
    const path = pathOf(request);
    switch (`${request.method} ${path}`) {
      case 'GET /desk/help-calls':
        return send(response, ok({ items: system().helpCalls.open }));
      case 'POST /desk/guide-sessions':
        return send(response, await joinBy(request));
      default:
        return request.method === 'GET' ? serveFile(path, response) : send(response, problem('path.unknown'));
    }
  };

  async function joinBy(request: IncomingMessage): Promise<Answer> {
    const body = await readBody(request, MAX_BODY_BYTES);
    const asked = joining.safeParse(body.state === 'read' ? parsed(body.text) : undefined);
    if (!asked.success) return problem('request.invalid');
    const joined = system().guideSessions.join(asked.data);
    if (joined === 'unknown') return problem('guide_session.unknown');
    if (joined === 'delayed') return problem('guide_session.delayed');
    return created(joined);
  }
}

async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const name = path === '/desk/' ? 'index.html' : path.slice('/desk/'.length);
  const file = normalize(join(FOLDER, name));
  const contentType = CONTENT_TYPES[extname(file)];
  if (!file.startsWith(FOLDER + sep) || !contentType) return send(response, problem('path.unknown'));
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return send(response, problem('path.unknown'));
  response
    .writeHead(200, { ...HEADERS, 'Content-Type': contentType, 'Content-Length': bytes.length })
    .end(bytes);
}

function send(response: ServerResponse, { status, headers, contentType, body }: Answer): void {
  const bytes = contentType === null ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body));
  response
    .writeHead(status, {
      ...HEADERS,
      ...headers,
      ...(contentType === null ? {} : { 'Content-Type': contentType }),
      'Content-Length': bytes.length,
    })
    .end(bytes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}
