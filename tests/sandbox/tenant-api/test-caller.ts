import { v7 as newKey } from 'uuid';
import { SECURITY_SCHEMES } from './callers.ts';
import { BASE_PATH, openContract } from './contract.ts';
import { assertionOf, type EnrolledKiosk } from './kiosk-register.ts';
import { OPERATIONS } from './operations/all-operations.ts';
import type { TenantApi } from './tenant-api.ts';

/** An answer as it came over the wire. */
export interface Heard<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; text goes as it is. */
  readonly body?: unknown;
}

export interface Session {
  readonly token: string;
  readonly depositToken: string;
  readonly expiresAt: string;
  readonly tenant: { readonly displayName: string; readonly maskedEmail: string | null };
}

export interface LedgerPage {
  readonly items: readonly {
    readonly id: string;
    readonly postedOn: string;
    readonly label: string;
    readonly direction: 'debit' | 'credit';
    readonly amountCents: number;
    readonly balanceAfterCents: number;
  }[];
  readonly nextCursor: string | null;
  readonly changesCursor: string;
  readonly openingBalanceCents: number;
  readonly closingBalanceCents: number;
  readonly entryCount: number;
}

/** A kiosk as far as its requests go. Every answer that it hears is held against the contract. */
export interface TestCaller {
  /** Without any token. @throws Error when the answer breaks the contract */
  call<Body = unknown>(method: string, path: string, call?: Call): Promise<Heard<Body>>;
  /** Headers that prove which kiosk this is. */
  asKiosk(): Promise<Record<string, string>>;
  signIn(email: string, password?: string): Promise<Heard<Session>>;
  /** Headers that prove who is signed in. */
  asTenant(email: string): Promise<Record<string, string>>;
}

const contract = openContract({
  operationIds: Object.keys(OPERATIONS),
  securitySchemes: Object.keys(SECURITY_SCHEMES),
  prove: () => null,
  act: () => Promise.reject(new Error('It only checks answers.')),
});

export function createTestCaller(api: TenantApi, kiosk: EnrolledKiosk = api.kiosks[0]): TestCaller {
  const caller: TestCaller = {
    async call<Body>(method: string, path: string, { headers = {}, body }: Call = {}) {
      const response = await fetch(`${api.baseUrl}${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body) }),
      });
      const heard = await heardFrom(response);
      await expectConformance(method, path, heard);
      return heard as Heard<Body>;
    },
    async asKiosk() {
      const idempotencyKey = newKey();
      const nowMilliseconds = api.nowMilliseconds();
      const assertion = await assertionOf(kiosk, { idempotencyKey, nowMilliseconds });
      const { body } = await caller.call<{ token: string }>('POST', '/kiosk-tokens', {
        headers: { Authorization: `Bearer ${assertion}`, ...withKey(idempotencyKey) },
      });
      return { Authorization: `Bearer ${body.token}` };
    },
    async signIn(email, password = api.password) {
      const headers = { ...(await caller.asKiosk()), ...withKey() };
      return caller.call<Session>('POST', '/tenant-sessions', { headers, body: { email, password } });
    },
    async asTenant(email) {
      const kioskHeaders = await caller.asKiosk();
      const { body } = await caller.call<Session>('POST', '/tenant-sessions', {
        headers: { ...kioskHeaders, ...withKey() },
        body: { email, password: api.password },
      });
      return { ...kioskHeaders, 'Tenant-Token': body.token, 'Deposit-Token': body.depositToken };
    },
  };
  return caller;
}

/** The header of a new write, or of one made before. */
export function withKey(key: string = newKey()): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

async function heardFrom(response: Response): Promise<Heard<unknown>> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : (JSON.parse(text) as unknown),
  };
}

async function expectConformance(method: string, path: string, heard: Heard<unknown>): Promise<void> {
  const { operationIdOf, breachesOf } = await contract;
  const [pathWithoutQuery = ''] = path.split('?');
  const operationId = operationIdOf({ method, path: `${BASE_PATH}${pathWithoutQuery}` });
  const retryAfter = heard.headers.get('Retry-After');
  const breaches = breachesOf(operationId, {
    status: heard.status,
    headers: retryAfter === null ? {} : { 'Retry-After': retryAfter },
    contentType: heard.headers.get('Content-Type'),
    body: heard.body,
  });
  if (breaches.length > 0) throw new Error(`${method} ${path}: ${breaches.join('; ')}`);
}
