import { expect, test, vi } from 'vitest';
import type { Result, Tenant } from '../../preload/contract.ts';
import type { AssistanceDesk } from './assistance-desk.ts';
import { createWalkIns } from './walk-in.ts';

const READY: NonNullable<ReturnType<AssistanceDesk['current']>> = {
  member: { id: 'staff-claire', displayName: 'Claire D.', role: 'adviser', tenantNumbers: ['0106120'] },
  session: { sessionId: 's-1', token: 'token-of-claire', expiresAt: '2026-11-23T16:00:00Z' },
  identity: 'passport',
  isHandedOver: true,
};
const TENANT = { displayName: 'Mme Awa Diallo', number: '0109001', maskedEmail: null };

test('the person’s password, and what staff looked at, make the account', async () => {
  const { walkIns, enterWithoutEmail } = arrange(READY);

  expect(await walkIns.createAccount('Bienvenue-chez-moi')).toEqual({ ok: true, value: TENANT });

  expect(enterWithoutEmail).toHaveBeenCalledExactlyOnceWith({
    password: 'Bienvenue-chez-moi',
    documentType: 'passport',
    staffToken: 'token-of-claire',
  });
});

test.each([
  ['nobody helps', null, 'ASSISTANCE_OVER'],
  ['the staff member is at the screen', { ...READY, isHandedOver: false }, 'HANDOVER_NEEDED'],
  ['no paper was looked at', { ...READY, identity: null }, 'IDENTITY_NEEDED'],
  ['the line was cut when staff signed in', { ...READY, session: null }, 'API_UNREACHABLE'],
] as const)('no account while %s', async (_when, current, code) => {
  const { walkIns, enterWithoutEmail } = arrange(current);

  expect(await walkIns.createAccount('Bienvenue-chez-moi')).toEqual({ ok: false, error: { code } });
  expect(enterWithoutEmail).not.toHaveBeenCalled();
});

test('nobody vouches for themselves', async () => {
  const { walkIns, enterWithoutEmail } = arrange(READY, undefined, '0106120');

  expect(await walkIns.createAccount('Bienvenue-chez-moi')).toEqual({
    ok: false,
    error: { code: 'STAFF_OWN_ACCOUNT' },
  });
  expect(enterWithoutEmail).not.toHaveBeenCalled();
});

test('a staff member whom the landlord does not know any more helps no longer', async () => {
  const { walkIns, onNotRecognised } = arrange(READY, { ok: false, error: { code: 'ASSISTANCE_OVER' } });

  await walkIns.createAccount('Bienvenue-chez-moi');

  expect(onNotRecognised).toHaveBeenCalledOnce();
});

function arrange(
  current: ReturnType<AssistanceDesk['current']>,
  answer: Result<Tenant> = { ok: true, value: TENANT },
  tenantNumber = TENANT.number,
) {
  const enterWithoutEmail = vi.fn(async () => answer);
  const onNotRecognised = vi.fn();
  return {
    walkIns: createWalkIns({
      desk: { current: () => current },
      registrations: { enterWithoutEmail, tenantNumber: () => tenantNumber },
      onNotRecognised,
    }),
    enterWithoutEmail,
    onNotRecognised,
  };
}
