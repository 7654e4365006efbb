/** As much of the kiosk as takes in wishes and hands them in: the real outbox, disk and client, without a window. */
import { silentLog } from '../../../main/log/log.ts';
import { createSealing } from '../../../main/secrets/sealing.ts';
import { openStore } from '../../../main/store/store.ts';
import { createOutbox, type Wish } from '../../../main/sync/outbox.ts';
import { createTenantApi, type DepositApi } from '../../../main/tenant-api/tenant-api.ts';
import type { Result } from '../../../preload/contract.ts';
import { signersOfEnrolled } from '../../enrolled-signers.ts';
import { TIMEOUT_SECONDS, type Way } from './run-plan.ts';

export interface KioskSettings {
  /** The database. */
  readonly file: string;
  readonly credential: string;
  readonly baseUrls: Readonly<Record<Way, string>>;
  readonly ways: readonly Way[];
  /** Told what went wrong before the API was reached; a kiosk in a process of its own tells nobody. */
  readonly note?: (name: string) => void;
}

export interface Kiosk {
  enqueue(wish: Wish): Promise<Result<{ deliveryId: string }>>;
  /** The network is good from now on. */
  calm(): Promise<void>;
  /** Whether nothing waits to be handed in any more. */
  isDone(): Promise<boolean>;
  end(how: 'stop' | 'kill'): Promise<void>;
}

export type StartKiosk = (settings: KioskSettings) => Promise<Kiosk>;

/** So that an hour of waiting is over in less than one. */
const MS_A_SECOND = 0.2;

/** When all is well, whatever takes long is the machine that all of this runs on. */
const CALM_TIMEOUT_SECONDS = 20;

export const startHere: StartKiosk = async ({ file, credential, baseUrls, ways, note }) => {
  const opened = openStore(file, { log: silentLog });
  if (!opened.ok) throw new Error(opened.reason);
  const { store } = opened;
  const clientOf = (way: Way, timeoutSeconds = TIMEOUT_SECONDS) =>
    createTenantApi({
      baseUrl: baseUrls[way],
      timeoutSeconds,
      signers: signersOfEnrolled(credential),
      log: { ...silentLog, warn: (_, facts) => noteFailure(facts?.code, facts?.cause) },
    });
  const noteFailure = (code: unknown, cause: unknown) => {
    if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') note?.('no name');
    if (code === 'API_CERTIFICATE_UNTRUSTED') note?.('wrong certificate');
  };
  const clients = {
    api: clientOf('api'),
    noName: clientOf('noName'),
    wrongCertificate: clientOf('wrongCertificate'),
    calm: clientOf('api', CALM_TIMEOUT_SECONDS),
  };
  let asked = 0;
  let isCalm = false;
  const client = () => clients[isCalm ? 'calm' : (ways[asked++ % ways.length] ?? 'api')];
  const api: DepositApi = {
    createStatementDelivery: (deposit) => client().createStatementDelivery(deposit),
    createAuditEntry: (deposit) => client().createAuditEntry(deposit),
    createKioskHealthReport: (deposit) => client().createKioskHealthReport(deposit),
    createPayment: (report) => client().createPayment(report),
    createPaymentReceiptDelivery: (deposit) => client().createPaymentReceiptDelivery(deposit),
    createDirectDebitMandate: (deposit) => client().createDirectDebitMandate(deposit),
    createDirectDebitChange: (deposit) => client().createDirectDebitChange(deposit),
    createDirectDebitMandateDelivery: (deposit) => client().createDirectDebitMandateDelivery(deposit),
    createDirectDebitFormDelivery: (deposit) => client().createDirectDebitFormDelivery(deposit),
    createDocument: (deposit) => client().createDocument(deposit),
    createInsuranceCertificate: (deposit) => client().createInsuranceCertificate(deposit),
    createAppointmentDelivery: (deposit) => client().createAppointmentDelivery(deposit),
    createProfileChange: (deposit) => client().createProfileChange(deposit),
    createProfileChangeWithdrawal: (deposit) => client().createProfileChangeWithdrawal(deposit),
    createPaperDelivery: (deposit) => client().createPaperDelivery(deposit),
    createRequest: (deposit) => client().createRequest(deposit),
    createRequestMessage: (deposit) => client().createRequestMessage(deposit),
    createRequestSettlement: (deposit) => client().createRequestSettlement(deposit),
    createUnsignedDeposit: (deposit) => client().createUnsignedDeposit(deposit),
    createUnsignedRequest: (deposit) => client().createUnsignedRequest(deposit),
  };
  const outbox = createOutbox({
    rows: store.outbox,
    sealing: createSealing(Buffer.alloc(32, 1)),
    api,
    log: silentLog,
    onChange: () => undefined,
    after: (seconds, work) => {
      const timer = setTimeout(work, seconds * MS_A_SECOND);
      return () => clearTimeout(timer);
    },
    monotonicSeconds: () => performance.now() / MS_A_SECOND,
  });
  const started = outbox.start();
  if (!started.ok) throw new Error(started.error.code);

  return {
    enqueue: async (wish) => outbox.enqueue(wish),
    async calm() {
      isCalm = true;
      outbox.wake();
    },
    async isDone() {
      const pending = store.outbox.pendingLanes(0);
      return pending.ok && pending.value.lanes.length === 0 && !outbox.isDelivering();
    },
    async end(how) {
      const stopped = outbox.stop();
      for (const one of Object.values(clients)) one.close();
      if (how === 'stop') {
        await stopped;
        store.close();
        return;
      }
      // What is answered from now on finds no disk any more, and neither does what was still to be written.
      store.close();
      await stopped.catch((error: unknown) => {
        if (!(error instanceof TypeError && error.message === 'The database connection is not open'))
          throw error;
      });
    },
  };
};
