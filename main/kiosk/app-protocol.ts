/** Serves the kiosk's own page as `app://kiosk/…` from one folder, and nothing else from anywhere. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { CustomScheme, Protocol, ProtocolResponse } from 'electron';
import type { Log } from '../log/log.ts';

export const APP_ORIGIN = 'app://kiosk';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;
/** Nothing, on a site of its own: where the window is while its page gets a new process. */
export const BLANK_PAGE = 'app://blank/';

/** Must be registered before the program is ready. `codeCache` keeps compiled scripts for the next start. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, codeCache: true },
};

const HTML = 'text/html; charset=utf-8';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': HTML,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * What the sandbox leaves out is refused by Chromium itself, in every frame: `allow-modals` (print, alert, confirm,
 * prompt, "do you want to leave?"), `allow-downloads`, `allow-pointer-lock`, `allow-presentation`. Pop-ups and forms
 * are left in: main refuses the ones and counts them, the policy refuses the others.
 */
const SANDBOX = 'sandbox allow-scripts allow-same-origin allow-popups allow-forms';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  SANDBOX,
].join('; ');

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const BLANK_DOCUMENT = '<!doctype html><html lang="fr"><title>EKIDOM</title></html>';

const NOT_FOUND: ProtocolResponse = { statusCode: 404, headers: SECURITY_HEADERS, data: Buffer.alloc(0) };

/**
 * By the older of Electron's two ways: `protocol.handle` has Node.js load the whole of its fetch before the first
 * answer, and the first words would stand on the display a tenth later.
 */
export function serveApp(protocol: Protocol, folder: string, log: Log): void {
  protocol.registerBufferProtocol('app', (request, answer) => {
    if (request.url === BLANK_PAGE) {
      answer({ headers: headersFor(HTML), data: Buffer.from(BLANK_DOCUMENT) });
      return;
    }
    const file = request.method === 'GET' ? servedFile(request.url, folder) : null;
    if (!file) {
      log.warn('app-protocol.refused', { method: request.method });
      answer(NOT_FOUND);
      return;
    }
    readFile(file.path).then(
      (data) => answer({ headers: headersFor(file.contentType), data }),
      (error: NodeJS.ErrnoException) => {
        log.error('app-protocol.unreadable', { code: error.code ?? 'unknown' });
        answer(NOT_FOUND);
      },
    );
  });
}

/**
 * The file behind an address, or null for whatever is not the kiosk's own: another host, a path that leaves the
 * folder in any spelling, a kind of file that is not in the table.
 */
export function servedFile(address: string, folder: string): { path: string; contentType: string } | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'app:' || url.host !== 'kiosk' || url.username || url.password) return null;

  const decoded = decodedPath(url.pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\') || decoded.includes('%'))
    return null;

  const path = normalize(join(folder, decoded));
  const contentType = CONTENT_TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || !contentType) return null;
  return { path, contentType };
}

function decodedPath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function headersFor(contentType: string): Record<string, string> {
  return { ...SECURITY_HEADERS, 'Content-Type': contentType };
}
