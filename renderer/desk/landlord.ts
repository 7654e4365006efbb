/** What the desk asks of the landlord's system. Each answer is a value; the token is held in this page and nowhere else. */
import type { Joined } from './relay.ts';

export interface DeskSession {
  readonly token: string;
  readonly staffMember: { readonly displayName: string };
}

export interface HelpCall {
  readonly id: string;
  readonly kioskId: string;
  readonly screen: string;
  readonly state: 'waiting' | 'taken';
  readonly calledAt: string;
}

/** Why nothing came of it. `signedOut`: the token is good no more. */
export type Trouble = 'refused' | 'tooEarly' | 'signedOut' | 'unknown' | 'taken' | 'delayed' | 'unreachable';

type Troubles = Readonly<Partial<Record<number, Trouble>>>;

export function signIn(entered: { userName: string; pin: string }): Promise<DeskSession | Trouble> {
  return post<DeskSession>('staff-sessions', entered, null, {
    400: 'refused',
    401: 'refused',
    429: 'tooEarly',
  });
}

/** The token is void by itself soon, should this not arrive. */
export async function signOut({ token }: DeskSession): Promise<void> {
  await fetch('staff-sessions/current', { method: 'DELETE', headers: headersOf(token) }).catch(() => null);
}

/** Null while nobody answers. */
export async function listHelpCalls(
  { token }: DeskSession,
  signal: AbortSignal,
): Promise<readonly HelpCall[] | 'signedOut' | null> {
  const answer = await fetch('help-calls', { signal, headers: headersOf(token) }).catch(() => null);
  if (answer?.status === 401) return 'signedOut';
  if (!answer?.ok) return null;
  const list = (await answer.json().catch(() => null)) as { items: HelpCall[] } | null;
  return list?.items ?? null;
}

/** `takings`: somebody is on the way. `closings`: it is over. */
export async function tellOfHelpCall(
  { token }: DeskSession,
  id: string,
  what: 'takings' | 'closings',
): Promise<Trouble | null> {
  const told = await post<object>(`help-calls/${encodeURIComponent(id)}/${what}`, {}, token, {
    404: 'unknown',
    409: 'taken',
  });
  return typeof told === 'string' ? told : null;
}

export function join(
  { token }: DeskSession,
  by: { pairingCode: string } | { helpCallId: string },
): Promise<Joined | Trouble> {
  return post<Joined>('guide-sessions', by, token, { 404: 'unknown', 409: 'taken', 429: 'delayed' });
}

async function post<Answer>(
  path: string,
  body: object,
  token: string | null,
  troubles: Troubles,
): Promise<Answer | Trouble> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: {
      ...(token === null ? {} : headersOf(token)),
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer?.status === 204) return {} as Answer;
  if (answer?.ok) return ((await answer.json().catch(() => null)) as Answer | null) ?? 'unreachable';
  return troubles[answer?.status ?? 0] ?? (answer?.status === 401 ? 'signedOut' : 'unreachable');
}

function headersOf(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}
