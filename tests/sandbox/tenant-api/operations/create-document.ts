import { createHash } from 'node:crypto';
import { created, problem } from '../answer.ts';
import { instantOf } from '../clock.ts';
import type { ReceivedDocument } from '../documents.ts';
import { accountOf, tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

interface Deposit {
  kind: ReceivedDocument['kind'];
  pageCount: number;
  sha256: string;
  uploadId: string;
}

export const createDocument: PerformOperation = (request, caller, system) => {
  const tenant = tenantOf(caller, system);
  const account = accountOf(tenant, request.pathParameters.accountId);
  if (!account) return problem('account.unknown');
  const { kind, pageCount, sha256, uploadId } = request.body as Deposit;
  const upload = system.uploads.find(uploadId, tenant.id);
  if (!upload) return problem('upload.unknown');
  const { content: pdf, lengthBytes } = upload;
  if (pdf.byteLength < lengthBytes) return problem('upload.unfinished');
  const isWhole = createHash('sha256').update(pdf).digest('hex') === sha256;
  if (!isWhole || pdf.subarray(0, 5).toString('latin1') !== '%PDF-') return problem('document.damaged');

  const acceptedAt = instantOf(system.clock.nowMilliseconds());
  const key = (request.headers['idempotency-key'] ?? '').toLowerCase();
  const about = { key, accountId: account.id, kind, pageCount };
  const id = system.documents.file({ ...about, pdf, receivedAt: acceptedAt });
  return created({ id, acceptedAt });
};
