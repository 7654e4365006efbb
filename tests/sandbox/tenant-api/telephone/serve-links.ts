import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handle } from '../../loopback-server.ts';
import { readBody } from '../../request-body.ts';
import { isTooEasy } from '../joining/too-easy.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import { LINK_PAGE_HEADERS, type LinkPageState, linkPage } from './link-pages.ts';
import { languageOf } from './upload-words.ts';

const PATH = /^\/([vp])\/([0-9a-z]{26})$/;
const MAX_FORM_BYTES = 10_000;

type Reply = { status: number; state: LinkPageState };

const OVER: Reply = { status: 404, state: { name: 'over' } };

export function isForLinks(request: IncomingMessage): boolean {
  return PATH.test(pathOf(request));
}

/** `/v/{linkToken}` and `/p/{linkToken}` of the contract. */
export function createLinkHandler(system: () => LandlordSystem): Handle {
  return async (request, response) => {
    const [, page = '', token = ''] = PATH.exec(pathOf(request)) ?? [];
    switch (request.method) {
      case 'GET':
        return reply(request, response, page === 'v' ? showValidation(token) : showPassword(token));
      case 'POST':
        return reply(
          request,
          response,
          page === 'v' ? validate(token, request) : await changePassword(token, request),
        );
      default:
        response.writeHead(405, { Allow: 'GET, POST' }).end();
    }
  };

  function showValidation(token: string): Reply {
    const side = system().registrations.telephone;
    const found = side.look(token);
    if (!found) return OVER;
    side.opened(token);
    return { status: 200, state: { name: 'validate', email: found.email } };
  }

  function validate(token: string, request: IncomingMessage): Reply {
    // Nothing stands in the form: it is its button that counts.
    request.resume();
    return system().registrations.telephone.validate(token)
      ? { status: 200, state: { name: 'validated' } }
      : OVER;
  }

  function showPassword(token: string): Reply {
    const side = system().passwordResets.telephone;
    if (!side.tenantOf(token)) return OVER;
    side.opened(token);
    return { status: 200, state: { name: 'newPassword', fault: null } };
  }

  async function changePassword(token: string, request: IncomingMessage): Promise<Reply> {
    const { passwordResets, passwords } = system();
    const body = await readBody(request, MAX_FORM_BYTES);
    const form = new URLSearchParams(body.state === 'read' ? body.text : '');
    const [password, again] = [form.get('password') ?? '', form.get('again') ?? ''];
    if (!passwordResets.telephone.tenantOf(token)) return OVER;
    if (password !== again) return { status: 400, state: { name: 'newPassword', fault: 'different' } };
    if (isTooEasy(password)) return { status: 400, state: { name: 'newPassword', fault: 'tooEasy' } };
    const isChanged = passwordResets.telephone.change(token, await passwords.hash(password));
    return isChanged ? { status: 200, state: { name: 'changed' } } : OVER;
  }
}

function reply(request: IncomingMessage, response: ServerResponse, { status, state }: Reply): void {
  const page = Buffer.from(linkPage(state, languageOf(request.headers['accept-language'] ?? '')));
  response
    .writeHead(status, { ...LINK_PAGE_HEADERS, Vary: 'Accept-Language', 'Content-Length': page.length })
    .end(page);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? '';
}
