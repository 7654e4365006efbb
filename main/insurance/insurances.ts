/**
 * How a tenant's dwelling is insured: what the landlord knows, what was sent here, and the paper about it.
 *
 * What was sent here is shown with what the central API says until the API says it too.
 */
import type {
  CallInput,
  Delivery,
  ErrorCode,
  Failure,
  Locale,
  Result,
  Tenant,
} from '../../preload/contract.ts';
import type { Insurance, InsuranceCertificate } from '../../preload/insurance-contract.ts';
import { faultOf } from '../../preload/insurance-dates.ts';
import { dayInFrance } from '../account/day-in-france.ts';
import type { KioskConfig } from '../config/config-schema.ts';
import type { Documents } from '../documents/documents.ts';
import type { DrawnPaper, InsuranceAcknowledgementContent } from '../paper/paper.ts';
import { referenceOf } from '../payment/payment-reference.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';
import { coveredUntil } from './covered-until.ts';

export interface Insurances {
  read(visit: Visit, accountId: string): Promise<Result<Insurance>>;
  /**
   * Resolves once the document in hand and the certificate are on disk. DOCUMENT_NONE and what else keeps a document
   * from being handed in; INPUT_INVALID for dates that cannot be, or an account that was not read.
   */
  send(visit: Visit, request: CallInput<'insurance.send'>): Promise<Result<Delivery>>;
  /** Of the certificate that was sent last in this session; INPUT_INVALID without one. */
  printAcknowledgement(
    visit: Visit,
    tenant: Tenant,
    accountId: string,
    locale: Locale,
  ): Result<{ jobId: string }>;
  /** News of what was handed in, of whatever kind. */
  delivered(delivery: Delivery): void;
  /** The person leaves. */
  forget(): void;
}

interface SentHere {
  readonly certificate: InsuranceCertificate;
  readonly pageCount: number;
}

/** What is known of one account during one visit. */
interface Book {
  /** The landlord's day, when it was read. */
  asOf: string | null;
  /** The oldest first. */
  sentHere: SentHere[];
  /** A document that was handed in, and whose certificate could not be. */
  waiting: { documentId: string; pageCount: number } | null;
}

export function createInsurances(parts: {
  config: Pick<KioskConfig, 'landlord' | 'agency'>;
  outbox: Pick<Outbox, 'enqueue'>;
  documents: Pick<Documents, 'read' | 'deposit'>;
  printJobs: Pick<PrintJobs, 'start'>;
  draw: (content: InsuranceAcknowledgementContent) => Promise<Result<DrawnPaper>>;
  now?: () => Date;
}): Insurances {
  const { config, outbox, documents, printJobs, draw, now = () => new Date() } = parts;
  let stay: { visit: Visit; books: Map<string, Book> } | null = null;

  return {
    async read(visit, accountId) {
      const book = bookOf(visit, accountId);
      // What is handed in while the API is being asked may or may not be in its answer.
      const before = [...book.sentHere];
      const answer = await visit.connection.insurance.listInsuranceCertificates(accountId);
      if (!answer.ok) return answer;
      const { isRequired, asOf, items } = answer.value;
      book.asOf = asOf;
      const own = [...new Set([...before, ...book.sentHere])].map(({ certificate }) => certificate);
      const unknown = own.filter(({ id }) => !items.some((known) => known.id === id)).toReversed();
      return {
        ok: true,
        value: {
          isRequired,
          asOf,
          coveredUntil: coveredUntil(answer.value.coveredUntil, unknown, asOf),
          certificates: [
            ...unknown,
            ...items.map((item) => ({ ...item, sentAt: new Date(item.sentAt).toISOString() })),
          ],
        },
      };
    },

    async send(visit, { accountId, insuredFrom, insuredTo }) {
      const book = bookOf(visit, accountId);
      if (book.asOf === null) return failure('INPUT_INVALID');
      if (faultOf({ from: insuredFrom, to: insuredTo }, book.asOf)) return failure('INPUT_INVALID');

      const { length: pageCount } = documents.read(visit).pages;
      if (pageCount > 0) {
        const deposited = await documents.deposit(visit, { accountId, kind: 'insuranceCertificate' });
        if (!deposited.ok) return deposited;
        book.waiting = { documentId: deposited.value.deliveryId, pageCount };
      }
      const document = book.waiting;
      if (!document) return failure('DOCUMENT_NONE');

      const sentAt = now().toISOString();
      const { tenantId, depositToken } = visit;
      const saved = outbox.enqueue({
        kind: 'insurance-certificate',
        ...{ tenantId, depositToken },
        payload: { accountId, insuredFrom, insuredTo, sentAt, documents: [document.documentId] },
        needs: [document.documentId],
      });
      if (!saved.ok) return saved;
      book.waiting = null;
      const id = saved.value.deliveryId;
      book.sentHere.push({
        certificate: { id, insuredFrom, insuredTo, sentAt, state: 'beingSent', refusal: null },
        pageCount: document.pageCount,
      });
      return { ok: true, value: { deliveryId: id, state: 'saved' } };
    },

    printAcknowledgement(visit, tenant, accountId, locale) {
      const sent = bookOf(visit, accountId).sentHere.at(-1);
      if (!sent) return failure('INPUT_INVALID');
      const { certificate, pageCount } = sent;
      return printJobs.start(async () => {
        const accounts = await visit.connection.listAccountsForPaper();
        if (!accounts.ok) return accounts;
        const lease = accounts.value.find(({ id }) => id === accountId)?.lease;
        if (!lease) return failure('API_BROKEN_ANSWER');
        return draw({
          landlord: config.landlord,
          agency: { name: config.agency.name },
          tenant: { displayName: tenant.displayName, number: tenant.number },
          lease: { number: lease.number, addressLines: lease.addressLines },
          insured: { from: certificate.insuredFrom, to: certificate.insuredTo },
          insurer: null,
          document: { name: null, pageCount },
          receivedAt: certificate.sentAt,
          reference: referenceOf(certificate.id),
          issuedOn: dayInFrance(now()),
          locale,
        });
      });
    },

    delivered({ deliveryId, state }) {
      for (const book of stay?.books.values() ?? []) {
        // Transmitted, it is known there; until the API tells of it, it is shown from here.
        book.sentHere = book.sentHere.flatMap((each) => {
          if (each.certificate.id !== deliveryId) return [each];
          if (state === 'refused') return [];
          const certificate = { ...each.certificate, state: stateOf(state) };
          return [{ ...each, certificate }];
        });
      }
    },

    forget() {
      stay = null;
    },
  };

  function bookOf(visit: Visit, accountId: string): Book {
    if (stay?.visit !== visit) stay = { visit, books: new Map() };
    const known = stay.books.get(accountId);
    if (known) return known;
    const book: Book = { asOf: null, sentHere: [], waiting: null };
    stay.books.set(accountId, book);
    return book;
  }
}

function stateOf(state: 'saved' | 'transmitted'): InsuranceCertificate['state'] {
  return state === 'transmitted' ? 'received' : 'beingSent';
}

function failure(code: ErrorCode): { ok: false; error: Failure } {
  return { ok: false, error: { code } };
}
