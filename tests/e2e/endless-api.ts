/** Stands between the kiosk and the central API, and can answer byte by byte without ever coming to an end. */
import { request as forward } from 'node:http';
import { startLoopbackServer } from '../sandbox/loopback-server.ts';

export interface EndlessApi {
  readonly baseUrl: string;
  /** From now on, answers to paths that end so never end. */
  drag(pathEnd: string): void;
  behave(): void;
  stop(): Promise<void>;
}

const BYTE_EVERY_MS = 50;

export async function startEndlessApi(apiBaseUrl: string): Promise<EndlessApi> {
  const api = new URL(apiBaseUrl);
  let dragged: string | null = null;

  const server = await startLoopbackServer(async (request, response) => {
    const target = request.url ?? '';
    if (dragged !== null && target.split('?', 1)[0]?.endsWith(dragged)) {
      response.writeHead(request.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json' });
      const drip = setInterval(() => response.write(' '), BYTE_EVERY_MS);
      response.once('close', () => clearInterval(drip));
      return;
    }
    const { method, headers } = request;
    request.pipe(
      forward({ host: api.hostname, port: api.port, path: target, method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }),
    );
  });

  return {
    baseUrl: `${server.origin}${api.pathname}`,
    drag(pathEnd) {
      dragged = pathEnd;
    },
    behave() {
      dragged = null;
    },
    stop: () => server.stop(),
  };
}
