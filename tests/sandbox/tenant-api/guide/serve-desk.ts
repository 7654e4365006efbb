import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { z } from 'zod';
import { isFromThisMachine } from '../../from-this-machine.ts';
import type { Handle } from '../../loopback-server.ts';
import { readBody } from '../../request-body.ts';
import { type Answer, created, noContent, ok, problem } from '../answer.ts';
import { bearerOf } from '../callers.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import type { StaffMember } from '../staff.ts';

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

const credentials = z.strictObject({
  userName: z.string().regex(/^[a-z][a-z0-9.-]{1,39}$/),
  pin: z.string().regex(/^\d{4,8}$/),
});

const OF_CALL = /^\/desk\/help-calls\/([A-Za-z0-9_-]{1,64})\/(takings|closings)$/;

export function isForDesk(request: IncomingMessage): boolean {
  return pathOf(request).startsWith('/desk/');
}

/** The page of the desk, which anybody may look at, and what staff who are signed in ask for with it. */
export function createDeskHandler(system: () => LandlordSystem): Handle {
  return async (request, response) => {
    if (!isFromThisMachine(request)) return send(response, problem('path.unknown'));
    const answer = await answerTo(request);
    return answer === 'file' ? serveFile(pathOf(request), response) : send(response, answer);
  };

  async function answerTo(request: IncomingMessage): Promise<Answer | 'file'> {
    const path = pathOf(request);
    if (!/^\/desk\/(staff-sessions|help-calls|guide-sessions)\b/.test(path)) {
      return request.method === 'GET' ? 'file' : problem('path.unknown');
    }
    const asked = `${request.method} ${path}`;
    if (asked === 'POST /desk/staff-sessions') return signIn(await bodyOf(request));
    const token = bearerOf(request.headers.authorization ?? '');
    const staff = system().staff.atDesk(token);
    if (!staff) return problem('token.invalid');
    switch (asked) {
      case 'DELETE /desk/staff-sessions/current':
        system().staff.signOutAtDesk(token);
        return noContent();
      case 'GET /desk/help-calls':
        return ok({ items: system().helpCalls.open });
      case 'POST /desk/guide-sessions':
        return joinBy(await bodyOf(request), staff);
      default:
        return request.method === 'POST' ? changeCall(path) : problem('path.unknown');
    }
  }

  function signIn(body: unknown): Answer {
    const shown = credentials.safeParse(body);
    if (!shown.success) return problem('request.invalid');
    const answer = system().staff.signInAtDesk(shown.data);
    if (answer === null) return problem('staff_session.refused');
    return 'waitSeconds' in answer
      ? problem('staff_session.delayed', { retryAfterSeconds: answer.waitSeconds })
      : created(answer);
  }

  function joinBy(body: unknown, staff: StaffMember): Answer {
    const asked = joining.safeParse(body);
    if (!asked.success) return problem('request.invalid');
    const joined = system().guideSessions.join(asked.data, staff);
    return typeof joined === 'string' ? problem(`guide_session.${joined}`) : created(joined);
  }

  function changeCall(path: string): Answer {
    const { helpCalls } = system();
    const [, id = '', what] = OF_CALL.exec(path) ?? [];
    if (what === 'closings') {
      helpCalls.close(id);
      return noContent();
    }
    const call = helpCalls.open.find((one) => one.id === id);
    if (what !== 'takings' || !call) return problem('help_call.unknown');
    return helpCalls.take(id) ? created({ id, state: 'taken' }) : problem('help_call.taken');
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_BODY_BYTES);
  return body.state === 'read' ? parsed(body.text) : undefined;
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
