/** Opens what a session needs, in the order in which one needs the other, and says which one could not be opened. */
import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import type { Connectivity, Delivery, PrintJob, Result } from '../preload/contract.ts';
import type { FromDesk, GuideState } from '../preload/guide-contract.ts';
import type { HelpCall } from '../preload/help-contract.ts';
import type { ResidenceAlert } from '../preload/information-contract.ts';
import type { Payment } from '../preload/payment-contract.ts';
import { type Appointments, createAppointments } from './appointment/appointments.ts';
import { createGuide, type Guide, type GuidedPerson } from './assist/guide/guide.ts';
import type { AssistParts } from './assist/open-assist.ts';
import type { KioskConfig } from './config/config-schema.ts';
import { openDevices } from './devices/open-devices.ts';
import { createDirectDebits, type DirectDebits } from './direct-debit/direct-debits.ts';
import { createDocumentGate } from './documents/gate/gate.ts';
import { type DocumentRoom, openDocuments } from './documents/open-documents.ts';
import { createUnsignedDeposits, type UnsignedDeposits } from './documents/unsigned-deposits.ts';
import { type CashSlips, createCashSlips } from './dwelling/cash-slips.ts';
import { createPapers, type Papers } from './dwelling/papers.ts';
import { createRotation, type Rotation } from './enrolment/rotation.ts';
import { createHelpDesk, type HelpDesk } from './help/help-desk.ts';
import { type InformationRoom, openInformation } from './information/information.ts';
import { createNumbersOnPaper, type NumbersOnPaper } from './information/numbers-on-paper.ts';
import { createInsurances, type Insurances } from './insurance/insurances.ts';
import { createIdentityThrottle, createResetTries } from './joining/joining-throttles.ts';
import { createPasswordResets, type PasswordResets } from './joining/password-resets.ts';
import { createRegistrations, type Registrations } from './joining/registrations.ts';
import type { Log } from './log/log.ts';
import {
  drawAccountSlip,
  drawAppointmentConfirmation,
  drawCashSlip,
  drawDirectDebitForm,
  drawDirectDebitMandate,
  drawInsuranceAcknowledgement,
  drawRequestAcknowledgement,
  drawStatement,
  drawUsefulNumbers,
  forgetPaper,
} from './paper/paper.ts';
import { openPayments, type PaymentRoom } from './payment/open-payments.ts';
import { createDirectDebitForms, type DirectDebitForms } from './payment-methods/direct-debit-forms.ts';
import type { Spooler } from './printing/drivers/windows-spooler/spooler.ts';
import { openPrinters } from './printing/open-printers.ts';
import { createPrintJobs, type PrintJobs } from './printing/print-jobs.ts';
import { createProfiles, type Profiles } from './profile/profiles.ts';
import { createGuessThrottle } from './rent-notice/guess-throttle.ts';
import { createRentNotices, type RentNotices } from './rent-notice/rent-notices.ts';
import { createAcknowledgementPrint } from './requests/acknowledgement-print.ts';
import { createFollowUps, type FollowUps } from './requests/follow-ups.ts';
import { createRequests, type Requests } from './requests/requests.ts';
import { createUnsignedRequests, type UnsignedRequests } from './requests/unsigned-requests.ts';
import { openKeyring } from './secrets/keyring.ts';
import type { KioskCredentials } from './secrets/kiosk-credentials.ts';
import { loadSealingKey } from './secrets/sealing.ts';
import { createSignInThrottle } from './session/sign-in-throttle.ts';
import { createVisits, type Visits } from './session/visit.ts';
import { createStatements, type Statements } from './statement/statements.ts';
import { DATABASE_FILE } from './store/database-file.ts';
import { type HealthCountersRepository, KEY_REPLACEMENTS } from './store/health-counters-repository.ts';
import { HEALTH_REPORT } from './store/health-report-row.ts';
import { backUpRegularly } from './store/regular-backups.ts';
import { openStore } from './store/store.ts';
import { afterSeconds } from './sync/after-seconds.ts';
import { type ConnectivityWatch, createConnectivityWatch } from './sync/connectivity.ts';
import { createOutbox, type Outbox } from './sync/outbox.ts';
import { createRefusedDeliveries, type RefusedDeliveries } from './sync/refused-deliveries.ts';
import { signersOf } from './tenant-api/kiosk-signer.ts';
import { createTenantApi, type KioskHealthReport } from './tenant-api/tenant-api.ts';

/** A very long queue takes a quarter of a second to look through. */
const LOOK_THROUGH_AFTER_SECONDS = 1;

export interface OpenParts {
  readonly connectivity: ConnectivityWatch;
  readonly visits: Visits;
  readonly statements: Statements;
  readonly money: PaymentRoom;
  readonly directDebitForms: DirectDebitForms;
  readonly directDebits: DirectDebits;
  readonly documentRoom: DocumentRoom;
  readonly insurances: Insurances;
  readonly profiles: Profiles;
  readonly papers: Papers;
  readonly cashSlips: CashSlips;
  readonly requests: Requests;
  readonly unsignedRequests: UnsignedRequests;
  readonly unsignedDeposits: UnsignedDeposits;
  readonly followUps: FollowUps;
  readonly appointments: Appointments;
  readonly printJobs: PrintJobs;
  readonly rentNotices: RentNotices;
  readonly information: InformationRoom;
  readonly numbersOnPaper: NumbersOnPaper;
  readonly refusedDeliveries: RefusedDeliveries;
  readonly helpDesk: HelpDesk;
  readonly guide: Guide;
  readonly registrations: Registrations;
  readonly passwordResets: PasswordResets;
  /** For staff who help tenants: opened when the first of them comes. */
  readonly forAssist: AssistParts;
  readonly healthCounters: HealthCountersRepository;
  /** STORE_UNAVAILABLE when it is not on disk. */
  keepHealthReport(report: KioskHealthReport): Result<unknown>;
  /** Everything a person left in these parts is gone when it resolves. */
  forgetPerson(): Promise<void>;
  /** Something is on its way to the central API, or somebody's money is. */
  isBusy(): boolean;
  close(): Promise<void>;
}

export async function openParts(from: {
  config: KioskConfig;
  dataFolder: string;
  credentials: KioskCredentials;
  log: Log;
  spooler?: Spooler | undefined;
  onPrintJob: (job: PrintJob) => void;
  onDelivery: (delivery: Delivery) => void;
  /** Of what somebody handed in who is there and has not signed in. */
  onUnsignedDelivery: (delivery: Delivery) => void;
  onPayment: (payment: Payment) => void;
  devices: Omit<Parameters<typeof openDevices>[0], 'config' | 'log'>;
  onScanned: (pageCount: number) => void;
  onConnectivity: (connectivity: Connectivity) => void;
  onPublicAlerts: (alerts: ResidenceAlert[]) => void;
  onHelpCall: (call: HelpCall) => void;
  onGuide: (state: GuideState) => void;
  /** What somebody at the desk points at, suggests or writes. */
  onGuideShown: (shown: FromDesk) => void;
  /** Who is signed in, if anybody is. */
  guidedPerson: () => GuidedPerson;
  /** Somebody is in front of the kiosk. */
  isAttended: () => boolean;
}): Promise<Result<OpenParts>> {
  const { config, dataFolder, credentials, log } = from;

  const keyring = await openKeyring({ log });
  if (!keyring.ok) return keyring;
  const enrolled = await credentials.read();
  if (!enrolled.ok) return enrolled;
  const sealing = await loadSealingKey(keyring.value);
  if (!sealing.ok) return sealing;

  const opened = openStore(join(dataFolder, DATABASE_FILE), { log });
  if (!opened.ok) return { ok: false, error: { code: 'STORE_UNAVAILABLE' } };
  const { store } = opened;

  let apiWasReachable = true;
  const api = createTenantApi({
    ...config.tenantApi,
    signers: signersOf(credentials),
    onToken: (token) => rotation.tokenGiven(token),
    log,
    onOutcome: (outcome) => {
      connectivity.heard(outcome);
      const isReachable = outcome.answeredBy === 'api';
      if (isReachable && !apiWasReachable) {
        outbox.wake();
        information.wake();
      }
      apiWasReachable = isReachable;
    },
  });
  const rotation: Rotation = createRotation({ api, credentials, after: afterSeconds, log });
  const connectivity: ConnectivityWatch = createConnectivityWatch({
    knock: api.knock,
    isAttended: from.isAttended,
    onChange: from.onConnectivity,
    log,
  });
  const outbox: Outbox = createOutbox({
    rows: store.outbox,
    sealing: sealing.value,
    api,
    log,
    // A disk that does not take it has told so by itself.
    onKeyReplaced: () => store.healthCounters.add({ name: KEY_REPLACEMENTS, count: 1, lastAt: Date.now() }),
    onChange: (delivery) => {
      money.followReport(delivery);
      directDebits.delivered(delivery);
      insurances.delivered(delivery);
      profiles.delivered(delivery);
      requests.delivered(delivery);
      const { deliveryId } = delivery;
      if (unsignedRequests.isOwn(deliveryId) || unsignedDeposits.isOwn(deliveryId))
        from.onUnsignedDelivery(delivery);
      else from.onDelivery(delivery);
    },
  });
  const refusedDeliveries = createRefusedDeliveries({
    rows: store.refusedRows,
    counters: store.healthCounters,
    resume: outbox.resume,
    log,
  });
  const printJobs = createPrintJobs({
    printers: openPrinters(config, log, from.spooler),
    limits: config.printing,
    log,
    onChange: from.onPrintJob,
  });
  const throttle = createSignInThrottle({ tries: store.signInTries, sealing: sealing.value, log });
  const visits = createVisits({ api, throttle, onBegin: outbox.signAgain, log });
  const statements = createStatements({
    config,
    outbox,
    printJobs,
    draw: (content) => drawStatement(content, log),
  });
  const directDebitForms = createDirectDebitForms({
    config,
    outbox,
    printJobs,
    draw: (content) => drawDirectDebitForm(content, log),
  });

  const directDebits: DirectDebits = createDirectDebits({
    outbox,
    printJobs,
    draw: (content) => drawDirectDebitMandate(content, log),
  });

  const information: InformationRoom = openInformation({
    config,
    api,
    rows: store.referenceData,
    onPublicAlerts: from.onPublicAlerts,
    after: afterSeconds,
    log,
  });
  const numbersOnPaper = createNumbersOnPaper({
    config,
    information,
    printJobs,
    draw: (content) => drawUsefulNumbers(content, log),
  });
  const helpDesk = createHelpDesk({ api, onChange: from.onHelpCall, after: afterSeconds, log });
  const guide = createGuide({
    api,
    ...config.tenantApi,
    loadRelay: async () => (await import('./assist/guide/relay.ts')).openRelay,
    async loadTrail() {
      const { createAuditTrail } = await import('./assist/audit/audit-trail.ts');
      const { auditEntries: rows, atomically } = store;
      const trail = createAuditTrail({ rows, atomically, sealing: sealing.value, outbox });
      // An entry that cannot be written now is refused to whoever accepts, too.
      trail.closeInterrupted('guide');
      return trail;
    },
    person: from.guidedPerson,
    onChange: from.onGuide,
    onShown: from.onGuideShown,
    isAlone: () => money.payments.isUnderWay(),
    after: afterSeconds,
    log,
  });
  const papers = createPapers({ gate: createDocumentGate({ log }), outbox, printJobs });
  const cashSlips = createCashSlips({
    config,
    printJobs,
    draw: (content) => drawCashSlip(content, log),
  });
  const documentRoom = openDocuments({ config, outbox, log, onScanned: from.onScanned });
  const appointments = createAppointments({
    config,
    outbox,
    printJobs,
    draw: (content) => drawAppointmentConfirmation(content, log),
  });
  const profiles: Profiles = createProfiles({ outbox, documents: documentRoom.documents });
  const insurances: Insurances = createInsurances({
    config,
    outbox,
    documents: documentRoom.documents,
    printJobs,
    draw: (content) => drawInsuranceAcknowledgement(content, log),
  });
  const requests: Requests = createRequests({
    outbox,
    documents: documentRoom.documents,
    print: createAcknowledgementPrint({
      config,
      printJobs,
      draw: (content) => drawRequestAcknowledgement(content, log),
    }),
  });
  const unsignedRequests: UnsignedRequests = createUnsignedRequests({ outbox });
  const unsignedDeposits: UnsignedDeposits = createUnsignedDeposits({
    outbox,
    documents: documentRoom.documents,
  });
  const followUps = createFollowUps({ outbox });
  const rentNotices = createRentNotices({
    api,
    throttle: createGuessThrottle({ tries: store.signInTries, log }),
    offlineMaximumCents: config.payment.offlineMaximumCents,
    isOffline: () => connectivity.read() === 'offline',
  });
  const guessing = { tries: store.signInTries, sealing: sealing.value, log };
  const registrations = createRegistrations({
    api: api.joining,
    throttle: createIdentityThrottle(guessing),
    visits,
    printJobs,
    draw: (content) => drawAccountSlip(content, log),
    config,
    log,
  });
  const passwordResets = createPasswordResets({
    api: api.joining,
    tries: createResetTries(guessing),
    visits,
    log,
  });
  const money: PaymentRoom = openPayments({
    config,
    store,
    outbox,
    sealing: sealing.value,
    keyring: keyring.value,
    charges: api,
    readNotice: rentNotices.readAgain,
    printJobs,
    onChange: from.onPayment,
    log,
  });

  const takenUp = money.start();
  if (!takenUp.ok) return takenUp;
  let callOffStart = () => {};
  if (store.isLookedThrough) {
    const started = outbox.start();
    if (!started.ok) return started;
  } else {
    // What is delivered is settled by the indexes, so they come first; and before them whoever waits for the screen.
    callOffStart = afterSeconds(LOOK_THROUGH_AFTER_SECONDS, () => {
      store.mendIndexes();
      outbox.start();
    });
  }
  const callOffBackups = backUpRegularly(store, {
    onMended: () => outbox.lookAgain(),
    after: afterSeconds,
    log,
  });
  rotation.start();
  information.start();
  const devices = openDevices({ ...from.devices, config, log });

  return {
    ok: true,
    value: {
      connectivity,
      visits,
      statements,
      money,
      directDebitForms,
      directDebits,
      documentRoom,
      insurances,
      profiles,
      papers,
      cashSlips,
      requests,
      unsignedRequests,
      unsignedDeposits,
      followUps,
      appointments,
      printJobs,
      rentNotices,
      information,
      numbersOnPaper,
      refusedDeliveries,
      helpDesk,
      guide,
      registrations,
      passwordResets,
      forAssist: {
        store,
        sealing: sealing.value,
        outbox,
        api: api.staff,
        registrations,
        printJobs,
        config,
      },
      healthCounters: store.healthCounters,
      keepHealthReport: (report) =>
        outbox.enqueue({
          kind: HEALTH_REPORT,
          machine: 'health',
          deliveryId: uuidV7(),
          payload: report,
        }),
      async forgetPerson() {
        visits.end();
        money.forgetPerson();
        rentNotices.forget();
        helpDesk.forget();
        guide.forget();
        registrations.forget();
        passwordResets.forget();
        directDebits.forget();
        insurances.forget();
        profiles.forget();
        cashSlips.forget();
        await papers.forget();
        requests.forget();
        unsignedRequests.forget();
        unsignedDeposits.forget();
        appointments.forget();
        await documentRoom.forgetPerson();
        await printJobs.cancelAll();
        await forgetPaper();
      },
      isBusy: () => outbox.isDelivering() || money.payments.isUnderWay(),
      async close() {
        await Promise.all([
          printJobs.cancelAll(),
          devices.stop(),
          documentRoom.forgetPerson(),
          papers.forget(),
        ]);
        await money.close();
        // Closing the API cuts off the delivery under way, which the next start takes up again.
        callOffStart();
        callOffBackups();
        connectivity.stop();
        information.stop();
        helpDesk.forget();
        guide.forget();
        const stopped = outbox.stop();
        api.close();
        await Promise.all([stopped, rotation.stop()]);
        store.close();
      },
    },
  };
}
