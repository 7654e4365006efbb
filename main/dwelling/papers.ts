/** The landlord's papers about a rent and a lease: listed, looked at, printed, sent to the address on file. */
import type { CallInput, CallOutput, Delivery, Locale, Result } from '../../preload/contract.ts';
import type { DocumentGate } from '../documents/gate/gate.ts';
import type { PreparedDocument, PrintJobs } from '../printing/print-jobs.ts';
import type { Visit } from '../session/visit.ts';
import type { Outbox } from '../sync/outbox.ts';

type RentPapers = Extract<CallOutput<'paper.listRent'>, { ok: true }>['value'];
type LeasePapers = Extract<CallOutput<'paper.listLease'>, { ok: true }>['value'];

export interface PaperName {
  accountId: string;
  paperId: string;
}

export interface Papers {
  /** API_BROKEN_ANSWER also for a "quittance" of a month that is not fully paid: the law gives none. */
  listRent(visit: Visit, page: CallInput<'paper.listRent'>): Promise<Result<RentPapers>>;
  listLease(visit: Visit, page: CallInput<'paper.listLease'>): Promise<Result<LeasePapers>>;
  /** PAPER_UNKNOWN, PAPER_UNREADABLE, or what the central API could not do. */
  show(visit: Visit, paper: PaperName): Promise<Result<{ pdf: Uint8Array<ArrayBuffer>; pageCount: number }>>;
  /** Resolves at once; the job tells how it goes on. */
  print(visit: Visit, paper: PaperName): Result<{ jobId: string }>;
  /** Resolves once the wish is on disk. */
  sendByEmail(visit: Visit, paper: PaperName, locale: Locale): Result<Delivery>;
  /** The person leaves: the paper that was looked at is gone, and what is being checked is ended. */
  forget(): Promise<void>;
}

/** openapi.yaml, `readPaperFile`. */
const MOST_BYTES = 8_000_000;

export function createPapers(parts: {
  gate: Pick<DocumentGate, 'countPages' | 'callOff'>;
  outbox: Pick<Outbox, 'enqueue'>;
  printJobs: Pick<PrintJobs, 'start'>;
}): Papers {
  const { gate, outbox, printJobs } = parts;
  /** Goes up with every person: what comes too late for one is not kept for the next. */
  let stays = 0;
  /** The one that was looked at last: what is printed is what was seen. */
  let inHand: { visit: Visit; name: PaperName; document: PreparedDocument } | null = null;

  return {
    async listRent({ connection }, page) {
      const answer = await connection.dwelling.listRentMonths(page);
      if (!answer.ok) return answer;
      const { items, nextCursor } = answer.value;
      const isAgainstTheLaw = items.some(
        ({ leftToPayCents, papers }) => leftToPayCents > 0 && papers.some(({ kind }) => kind === 'quittance'),
      );
      if (isAgainstTheLaw) return { ok: false, error: { code: 'API_BROKEN_ANSWER' } };
      return { ok: true, value: { months: items, nextCursor } };
    },

    async listLease({ connection }, page) {
      const answer = await connection.dwelling.listLeasePapers(page);
      if (!answer.ok) return answer;
      return { ok: true, value: { papers: answer.value.items, nextCursor: answer.value.nextCursor } };
    },

    async show(visit, name) {
      const stay = stays;
      const fetched = await fetch(visit, name);
      if (!fetched.ok) return fetched;
      if (stay !== stays) return { ok: false, error: { code: 'SESSION_OVER' } };
      inHand = { visit, name, document: fetched.value };
      // A copy: what crosses over to the page is not what is printed later.
      return {
        ok: true,
        value: { pdf: new Uint8Array(fetched.value.pdf), pageCount: fetched.value.pageCount },
      };
    },

    print: (visit, name) =>
      printJobs.start(async () => {
        const held = inHand;
        return held && held.visit === visit && isSame(held.name, name)
          ? { ok: true, value: { ...held.document, wasSeen: true } }
          : fetch(visit, name);
      }),

    sendByEmail({ tenantId, depositToken }, { accountId, paperId }, locale) {
      const saved = outbox.enqueue({
        kind: 'paper-delivery',
        tenantId,
        depositToken,
        payload: { accountId, paperId, locale },
      });
      return saved.ok ? { ok: true, value: { deliveryId: saved.value.deliveryId, state: 'saved' } } : saved;
    },

    async forget() {
      stays += 1;
      inHand = null;
      await gate.callOff();
    },
  };

  async function fetch({ connection }: Visit, name: PaperName): Promise<Result<PreparedDocument>> {
    const file = await connection.dwelling.readPaperFile(name.accountId, name.paperId);
    if (!file.ok) return file;
    const pdf = file.value;
    if (pdf.byteLength > MOST_BYTES) return UNREADABLE;
    const counted = await gate.countPages(pdf);
    if (counted.ok) return { ok: true, value: { pdf, pageCount: counted.value } };
    return counted.error.code === 'SESSION_OVER' ? counted : UNREADABLE;
  }
}

/** The sentences of the gate speak of what people bring. */
const UNREADABLE = { ok: false, error: { code: 'PAPER_UNREADABLE' } } as const;

function isSame(one: PaperName, other: PaperName): boolean {
  return one.accountId === other.accountId && one.paperId === other.paperId;
}
