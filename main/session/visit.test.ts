import { expect, test, vi } from 'vitest';
import type { Result } from '../../preload/contract.ts';
import { silentLog } from '../log/log.ts';
import type { SignedIn } from '../tenant-api/tenant-api.ts';
import { pretendConnection } from '../tenant-api/testing/pretend-connection.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import { createVisits, type Visit } from './visit.ts';

const credentials = { email: 'jeanne.martin@exemple.fr', password: 'right' };
const openThrottle: SignInThrottle = { guard: (_email, ask) => ask() };

test('signing in gives what the screen may show, and keeps the tokens', async () => {
  const { visits } = arrange();

  const answer = await visits.signIn(credentials);

  expect(answer).toEqual({
    ok: true,
    value: { displayName: 'Mme Jeanne Martin', number: '4473', maskedEmail: 'j•••@exemple.fr' },
  });
  expect(visits.current()).toMatchObject({ tenantId: 'tenant-1', depositToken: 'deposit-token' });
});

test('whoever waits for somebody to sign in hears of it once', async () => {
  const begun: string[] = [];
  const { visits } = arrange(undefined, 'at once', ({ tenantId }) => void begun.push(tenantId));

  await visits.signIn(credentials);
  await visits.signIn(credentials);

  expect(begun).toEqual(['tenant-1']);
});

test('a wrong password leaves nobody signed in', async () => {
  const { visits } = arrange({ ok: false, error: { code: 'CREDENTIALS_INVALID' } });

  expect(await visits.signIn(credentials)).toMatchObject({ ok: false });
  expect(visits.current()).toBeNull();
});

test('the end forgets the person and tells the central API', async () => {
  const { visits, connection } = arrange();
  await visits.signIn(credentials);

  visits.end();

  expect(visits.current()).toBeNull();
  expect(connection.signOut).toHaveBeenCalledOnce();
});

test('a sign-in that answers after the person has left opens nothing for the next one', async () => {
  const { visits, connection, answerNow } = arrange(undefined, 'when told');
  const waiting = visits.signIn(credentials);

  visits.end();
  answerNow();

  expect(await waiting).toEqual({ ok: false, error: { code: 'SESSION_OVER' } });
  expect(visits.current()).toBeNull();
  expect(connection.signOut).toHaveBeenCalledOnce();
});

test('two taps on the button sign one person in once', async () => {
  const { visits, connection } = arrange();

  const answers = await Promise.all([visits.signIn(credentials), visits.signIn(credentials)]);

  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  expect(connection.signOut).toHaveBeenCalledOnce();
});

function arrange(
  answer?: Result<SignedIn>,
  when: 'at once' | 'when told' = 'at once',
  onBegin: (visit: Visit) => void = () => undefined,
) {
  const connection = pretendConnection({
    signOut: vi.fn(async () => ({ ok: true as const, value: undefined })),
  });
  const signedIn: SignedIn = {
    tenant: {
      id: 'tenant-1',
      number: '4473',
      displayName: 'Mme Jeanne Martin',
      maskedEmail: 'j•••@exemple.fr',
      maskedMobile: null,
    },
    depositToken: 'deposit-token',
    expiresAt: '2018-07-10T10:00:00Z',
    connection,
  };
  let answerNow = (): void => {};
  const told = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  const api = {
    signIn: async () => {
      if (when === 'when told') await told;
      return answer ?? { ok: true as const, value: signedIn };
    },
  };
  const visits = createVisits({ api, throttle: openThrottle, onBegin, log: silentLog });
  return { visits, connection, answerNow };
}
