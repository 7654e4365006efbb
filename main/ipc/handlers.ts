/** What each call does: one entry a channel, each handing over to the part that knows. */
import type { Bootstrap, Result, Tenant } from '../../preload/contract.ts';
import { listAccounts, readLedger } from '../account/accounts.ts';
import type { AssistRoom } from '../assist/open-assist.ts';
import type { PresentedBadge } from '../assist/presented-badge.ts';
import type { Stay } from '../documents/documents.ts';
import type { Health } from '../health/health.ts';
import type { PartnerSites } from '../kiosk/partner-sites/partner-sites.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Staff } from '../open-staff.ts';
import type { Session } from '../session/session.ts';
import type { Visit } from '../session/visit.ts';
import { appointmentHandlers } from './appointment-handlers.ts';
import { createAsStaff } from './as-staff.ts';
import { assistHandlers } from './assist-handlers.ts';
import { directDebitHandlers } from './direct-debit-handlers.ts';
import { documentHandlers } from './document-handlers.ts';
import { dwellingHandlers } from './dwelling-handlers.ts';
import { guideHandlers } from './guide-handlers.ts';
import { informationHandlers } from './information-handlers.ts';
import { insuranceHandlers } from './insurance-handlers.ts';
import { joiningHandlers } from './joining-handlers.ts';
import { createPaymentHandlers } from './payment-handlers.ts';
import { profileHandlers } from './profile-handlers.ts';
import { refusedDeliveryHandlers } from './refused-delivery-handlers.ts';
import { requestHandlers } from './request-handlers.ts';
import type { Handlers } from './router.ts';
import { unsignedDepositHandlers } from './unsigned-deposit-handlers.ts';

const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

export function createHandlers(from: {
  bootstrap: () => Bootstrap;
  session: Session;
  /** Still being opened when the attract screen is already there; never, when they cannot be opened. */
  parts: Promise<OpenParts>;
  /** Opened when it is asked for the first time. */
  staff: () => Promise<Staff>;
  /** Opened when it is asked for the first time. */
  assist: () => Promise<AssistRoom>;
  badge: Pick<PresentedBadge, 'read'>;
  health: Pick<Health, 'read'>;
  scanner: () => { isReady: boolean };
  /** Ends the program, to begin anew or for good. */
  endProgram: (wish: 'restart' | 'exit') => void;
  partnerSites: PartnerSites;
}): Handlers {
  const { bootstrap, session, parts, staff, assist, badge, health, scanner, endProgram, partnerSites } = from;
  const asStaff = createAsStaff({ session, parts });

  return {
    'kiosk.bootstrap': bootstrap,
    'session.read': session.snapshot,
    'connectivity.read': async () => (await parts).connectivity.read(),
    'session.begin': session.begin,
    'session.activity': session.activity,
    'session.setAccess': session.chooseAccess,
    'session.signIn': async (credentials) => {
      const { visits } = await parts;
      const answer = await visits.signIn(credentials);
      if (!answer.ok) return answer;
      session.signedIn(answer.value);
      return { ok: true, value: {} };
    },
    'session.moreTime': session.moreTime,
    'session.stay': session.stay,
    'session.end': () => session.end('finished'),

    'account.list': () =>
      asTenant(({ connection }, { money }) => listAccounts(connection, money.ownPayments)),
    'account.readLedger': (request) =>
      asTenant(({ connection }, { money }) => readLedger(connection, request, money.ownPayments)),

    'statement.sendByEmail': (period) =>
      asTenant((visit, { statements }) =>
        statements.sendByEmail(visit, period, session.snapshot().access.locale),
      ),
    'statement.print': (period) =>
      asTenant((visit, { statements }) => {
        const snapshot = session.snapshot();
        if (snapshot.state !== 'tenant') return SESSION_OVER;
        return statements.print(visit, snapshot.tenant, period, snapshot.access.locale);
      }),
    ...joiningHandlers({ session, parts }),
    ...createPaymentHandlers({ session, parts, asTenant, asStaff }),
    ...refusedDeliveryHandlers({ asStaff }),
    ...documentHandlers({ asTenant, asWhoever, parts, onActivity: session.activity }),
    ...informationHandlers({ session, parts }),
    ...guideHandlers(parts),
    ...directDebitHandlers({ asTenant, locale: () => session.snapshot().access.locale }),
    ...insuranceHandlers({ asTenant, session }),
    ...profileHandlers(asTenant),
    ...dwellingHandlers({
      asTenant,
      locale: () => session.snapshot().access.locale,
      tenant: tenantThere,
    }),
    ...requestHandlers({
      asTenant,
      parts,
      locale: () => session.snapshot().access.locale,
      tenant: tenantThere,
    }),
    ...unsignedDepositHandlers({ parts, locale: () => session.snapshot().access.locale }),
    ...appointmentHandlers({ asTenant, session }),
    ...assistHandlers({ assist, parts, badge, session }),

    'printing.shown': async ({ jobId }) => (await parts).printJobs.shown(jobId),
    'printing.confirm': async ({ jobId }) => (await parts).printJobs.confirm(jobId),
    'printing.cancel': async ({ jobId }) => (await parts).printJobs.cancel(jobId),
    'barcodeScanner.read': scanner,
    'rentNotice.read': async ({ code }) => (await parts).rentNotices.read(code),
    'rentNotice.own': ({ code }) =>
      asTenant(({ connection }, { rentNotices }) => rentNotices.findOwn(code, connection)),
    'staff.enter': async ({ code }) => {
      const answer = await (await staff()).entry.enter(code);
      if (!answer.ok) return answer;
      session.staffEntered(answer.value.staffId);
      return { ok: true, value: {} };
    },
    'staff.leave': session.staffLeft,
    'staff.testPage': async ({ printerId }) =>
      (await staff()).testPages.print(printerId, session.snapshot().access.locale),
    'staff.restart': () => endProgram('restart'),
    'staff.exit': () => endProgram('exit'),
    'health.read': health.read,
    'staff.readEnrolment': async () => (await staff()).enrolment.read(),
    'staff.enrol': async ({ code }) => {
      const desk = (await staff()).enrolment;
      const snapshot = session.snapshot();
      return snapshot.state === 'technician' ? desk.enrol(code, snapshot.staffId) : SESSION_OVER;
    },

    'partner.list': partnerSites.list,
    'partner.read': partnerSites.read,
    'partner.open': ({ siteId }) => partnerSites.open(siteId),
    'partner.place': partnerSites.place,
    'partner.back': partnerSites.back,
    'partner.type': ({ key }) => partnerSites.type(key),
    'partner.print': async () => partnerSites.print((await parts).printJobs),
    'partner.close': partnerSites.close,
  };

  function tenantThere(): Tenant | null {
    const snapshot = session.snapshot();
    return snapshot.state === 'tenant' ? snapshot.tenant : null;
  }

  /** Signed in or not. */
  async function asWhoever<Value>(
    act: (stay: Stay, opened: OpenParts) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const opened = await parts;
    if (session.snapshot().state !== 'signedOut') return asTenant(act);
    return act(opened.unsignedDeposits.stay(), opened);
  }

  /** The person's rights at the central API can end before they do here: then the session ends too. */
  async function asTenant<Value>(
    act: (visit: Visit, opened: OpenParts) => Result<Value> | Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const opened = await parts;
    const visit = opened.visits.current();
    if (!visit) return SESSION_OVER;
    const result = await act(visit, opened);
    // An answer that comes after its person has left says nothing of whoever is there now.
    const isStillThere = opened.visits.current() === visit;
    if (!result.ok && result.error.code === 'SESSION_OVER' && isStillThere) session.end('sessionOver');
    return result;
  }
}
