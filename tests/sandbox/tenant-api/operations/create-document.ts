import { createHash } from 'node:crypto';
import { type Answer, created, problem } from '../answer.ts';
import { tellArrival } from '../arrival-message.ts';
import { instantOf } from '../clock.ts';
import type { Depositor, ReceivedDocument } from '../documents.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

interface Deposit {
  kind: ReceivedDocument['kind'];
  pageCount: number;
  sha256: string;
  uploadId: string;
}

interface UnsignedDeposit extends Deposit {
  from: Depositor;
  insured: { from: string; to: string } | null;
  locale: 'fr' | 'en';
}

export const createDocument: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const account = accountOf(tenant, request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const deposit = request.body as Deposit;
  const whole = wholePdf(deposit, tenant.id, system);
  if ('refusal' in whole) return whole.refusal;
  const about = { accountId: account.id, from: null, insured: null };
  return created(filed({ ...about, ...deposit, ...whole, key: keyOf(request.headers) }, system));
};

export const createUnsignedDeposit: PerformOperation = (request, { kioskId }, system) => {
  const deposit = request.body as UnsignedDeposit;
  const { from, kind, insured, locale } = deposit;
  const isCertificate = kind === 'insuranceCertificate';
  if (isCertificate !== (insured !== null)) return problem('request.invalid');
  if (from.phone === null && from.email === null) return problem('request.invalid');
  if (insured && insured.to < insured.from) return problem('insurance.dates_impossible');
  const whole = wholePdf(deposit, kioskId, system);
  if ('refusal' in whole) return whole.refusal;
  const key = keyOf(request.headers);
  const receipt = filed({ accountId: null, ...deposit, ...whole, key }, system);
  tellArrival({ ...from, locale, sentAt: receipt.acceptedAt }, system.mailbox);
  return created(receipt);
};

/** What was uploaded, when it is all there and what it was said to be. */
function wholePdf(
  { uploadId, sha256 }: Deposit,
  ownerId: string,
  system: LandlordSystem,
): { pdf: Buffer } | { refusal: Answer } {
  const upload = system.uploads.find(uploadId, ownerId);
  if (!upload) return { refusal: problem('upload.unknown') };
  const { content: pdf, lengthBytes } = upload;
  if (pdf.byteLength < lengthBytes) return { refusal: problem('upload.unfinished') };
  const isWhole = createHash('sha256').update(pdf).digest('hex') === sha256;
  const isPdf = pdf.subarray(0, 5).toString('latin1') === '%PDF-';
  return isWhole && isPdf ? { pdf } : { refusal: problem('document.damaged') };
}

function filed(document: Omit<ReceivedDocument, 'id' | 'receivedAt'>, system: LandlordSystem) {
  const { key, accountId, from, insured, kind, pageCount, pdf } = document;
  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const about = { key, accountId, from, insured, kind, pageCount, pdf };
  return { id: system.documents.file({ ...about, receivedAt: acceptedAt }), acceptedAt };
}

function keyOf(headers: Readonly<Record<string, string>>): string {
  return (headers['idempotency-key'] ?? '').toLowerCase();
}
