import { expect, test, vi } from 'vitest';
import type { PartnerSites } from '../kiosk/partner-sites/partner-sites.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Session } from '../session/session.ts';
import type { Visit } from '../session/visit.ts';
import { createHandlers } from './handlers.ts';

const OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

test('a person whose session the landlord has ended is signed out here, too', async () => {
  const { handlers, session } = arrange();

  expect(await handlers['account.list'](undefined)).toEqual(OVER);

  expect(session.end).toHaveBeenCalledExactlyOnceWith('sessionOver');
});

test('an answer that comes after its person has left does not end the next one’s session', async () => {
  const { handlers, session, leave } = arrange();

  const late = handlers['account.list'](undefined);
  leave();

  expect(await late).toEqual(OVER);
  expect(session.end).not.toHaveBeenCalled();
});

function arrange() {
  const answer = Promise.withResolvers<typeof OVER>();
  const visit = { connection: { listAccounts: () => answer.promise } } as unknown as Visit;
  let current: Visit | null = visit;
  const session = { end: vi.fn() } as unknown as Session;
  const money = { ownPayments: () => ({ ok: true, value: [] }) };
  const parts = { visits: { current: () => current }, money } as unknown as OpenParts;
  const handlers = createHandlers({
    bootstrap: vi.fn(),
    session,
    parts: Promise.resolve(parts),
    staff: vi.fn(),
    assist: vi.fn(),
    badge: { read: vi.fn() },
    health: { read: vi.fn() },
    scanner: vi.fn(),
    endProgram: vi.fn(),
    partnerSites: {} as PartnerSites,
  });
  setImmediate(() => answer.resolve(OVER));
  const leave = () =>
    // Once the question has been asked, and before it is answered.
    void Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => {
        current = null;
      });
  return { handlers, session, leave };
}
