/** The landlord of all runs, and somebody else who sits where the API should be. Neither is ever killed. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { v7 as uuidV7 } from 'uuid';
import { PART_BYTES } from '../../../main/sync/attachment.ts';
import type { Wish } from '../../../main/sync/outbox.ts';
import type { ReceivedDocument } from '../../sandbox/tenant-api/documents.ts';
import { frenchDay } from '../../sandbox/tenant-api/french-figures.ts';
import { keyringEntryOf } from '../../sandbox/tenant-api/kiosk-register.ts';
import { startTenantApi } from '../../sandbox/tenant-api/tenant-api.ts';
import { createTestCaller } from '../../sandbox/tenant-api/test-caller.ts';
import type { LandlordBooks } from './books.ts';
import type { PlannedWish } from './run-plan.ts';

export interface Stage {
  readonly apiOrigin: string;
  readonly basePath: string;
  readonly credential: string;
  readonly baseUrlOfSomebodyElse: string;
  /** Each with a number of its own. */
  wishOf(planned: PlannedWish): { number: number; wish: Wish; lane: string };
  /** What the landlord has received since, as far as it concerns these deliveries. */
  since(): (numbers: readonly number[], deliveryIds: readonly string[]) => LandlordBooks;
  stop(): Promise<void>;
}

const EMAILS = ['jeanne.martin@exemple.fr', 'lucas.moreau@exemple.fr', 'odile.petit@exemple.fr'];
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1950, 0, 1);
const DAYS = 20_000;
/** Three pieces, the last one small. */
const LARGE_BYTES = 2 * PART_BYTES + 1_000;

export async function openStage(folder: string): Promise<Stage> {
  const api = await startTenantApi();
  const caller = createTestCaller(api);
  const people = await Promise.all(
    EMAILS.map(async (email) => {
      const tenant = api.tenants.find(({ signInEmail }) => signInEmail === email);
      const account = tenant?.accounts[0];
      if (!tenant || !account) throw new Error(`There is no ${email}.`);
      const { body } = await caller.signIn(email);
      return { tenantId: tenant.id, accountId: account.id, depositToken: body.depositToken };
    }),
  );
  const somebodyElse = await startSomebodyElse(folder);
  const { origin, pathname } = new URL(api.baseUrl);
  let wishes = 0;

  return {
    apiOrigin: origin,
    basePath: pathname,
    credential: keyringEntryOf(api.kiosks[0]),
    baseUrlOfSomebodyElse: `https://127.0.0.1:${portOf(somebodyElse)}${pathname}`,
    wishOf({ tenant, kind }) {
      const person = people[tenant];
      if (!person) throw new Error('There are three.');
      wishes += 1;
      const lane = kind === 'payment' ? `money of ${tenant}` : `tenant ${tenant}`;
      return { number: wishes, wish: wishNumber(wishes, kind, person), lane };
    },
    since() {
      const before = {
        emails: api.mailbox.emails.length,
        documents: api.documents.all().length,
        payments: api.payments.received.length,
      };
      return (numbers, deliveryIds) => {
        const emails = api.mailbox.emails.slice(before.emails).map(({ text }) => text);
        const pdfs = api.documents
          .all()
          .slice(before.documents)
          .map((document) => numberOf(document));
        const payments = api.payments.received.slice(before.payments);
        const timesOf = (number: number) =>
          emails.filter((text) => text.includes(periodInEmail(number))).length +
          pdfs.filter((found) => found === number).length +
          payments.filter(({ amountCents }) => amountCents === number).length;
        const mine = new Set(deliveryIds);
        const order = api.requestLog.requests
          .filter(({ status, isReplay }) => status === 201 && !isReplay)
          .map(({ idempotencyKey }) => idempotencyKey ?? '')
          .filter((key) => mine.has(key));
        return { times: new Map(numbers.map((number) => [number, timesOf(number)])), order };
      };
    },
    async stop() {
      somebodyElse.closeAllConnections();
      somebodyElse.close();
      await api.stop();
    },
  };
}

interface Person {
  readonly tenantId: string;
  readonly accountId: string;
  readonly depositToken: string;
}

function wishNumber(number: number, kind: PlannedWish['kind'], person: Person): Wish {
  const { tenantId, accountId, depositToken } = person;
  switch (kind) {
    case 'statement': {
      const payload = { accountId, ...periodOf(number), locale: 'fr' } as const;
      return { kind: 'statement-delivery', tenantId, depositToken, payload };
    }
    case 'document': {
      const pdf = pdfOf(number);
      const payload = {
        accountId,
        kind: 'other' as const,
        pageCount: 1,
        depositedAt: '2018-07-11T09:00:00.000Z',
        sha256: createHash('sha256').update(pdf).digest('hex'),
        lengthBytes: pdf.byteLength,
      };
      return { kind: 'document', tenantId, depositToken, payload, attachment: pdf };
    }
    case 'payment': {
      const terminal = {
        authorisationNumber: null,
        contract: null,
        readingMode: null,
        schemeCode: null,
        cardApplication: null,
        settledByStaff: false,
      };
      const payload = {
        payable: { kind: 'account', accountId },
        amountCents: number,
        currency: 'EUR',
        paidAt: '2018-07-11T09:00:00.000Z',
        isWhole: false,
        terminal,
      } as const;
      return { kind: 'payment', accountId, deliveryId: uuidV7(), payload };
    }
  }
}

/** No two numbers have the same. */
function periodOf(number: number): { from: string; to: string } {
  const day = (days: number) => new Date(FIRST_DAY + days * DAY_MS).toISOString().slice(0, 10);
  return { from: day(number % DAYS), to: day(DAYS + Math.floor(number / DAYS)) };
}

function periodInEmail(number: number): string {
  const { from, to } = periodOf(number);
  return `${frenchDay(from)} au ${frenchDay(to)}`;
}

/** Every third is so large that it is sent in pieces. */
function pdfOf(number: number): Buffer {
  const head = Buffer.from(`%PDF-1.7 wish ${number}\n`);
  return number % 3 === 0 ? Buffer.concat([head, Buffer.alloc(LARGE_BYTES, number % 251)]) : head;
}

/** Looked at once, however many runs ask: some are large. */
const numbers = new WeakMap<ReceivedDocument, number | null>();

/** Null for what is not to the last byte what was handed in. */
function numberOf(document: ReceivedDocument): number | null {
  const known = numbers.get(document);
  if (known !== undefined) return known;
  const pdf = Buffer.from(document.pdf);
  const said = Number(/^%PDF-1\.7 wish (\d+)\n/.exec(pdf.subarray(0, 40).toString('latin1'))?.[1]);
  const number = pdf.equals(pdfOf(said)) ? said : null;
  numbers.set(document, number);
  return number;
}

/** Takes everything, and has a certificate that nobody has vouched for. */
async function startSomebodyElse(folder: string): Promise<Server> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
  ]);
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, response) => {
    throw new Error(`a kiosk has handed something over to somebody else: ${response.statusCode}`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
