import { type Answer, created, ok, problem } from '../answer.ts';
import type { Caller } from '../callers.ts';
import type { LandlordSystem } from '../landlord-system.ts';
import { told, type Upload } from '../uploads.ts';
import type { PerformOperation } from './operation.ts';

type Request = Parameters<PerformOperation>[0];

export const createUpload: PerformOperation = (request, caller, system) => {
  const owner = ownerOf(request, caller, system);
  if ('refusal' in owner) return owner.refusal;
  const { lengthBytes, sha256 } = request.body as { lengthBytes: number; sha256: string };
  return created(told(system.uploads.create({ ...owner, lengthBytes, sha256 })));
};

export const readUpload: PerformOperation = (request, caller, system) => {
  const found = uploadOf(request, caller, system);
  return 'refusal' in found ? found.refusal : ok(told(found.upload));
};

/** What came before a connection broke counts: the answer to it is heard by nobody, and the next try asks. */
export const appendToUpload: PerformOperation = (request, caller, system) => {
  const found = uploadOf(request, caller, system);
  if ('refusal' in found) return found.refusal;
  const { upload } = found;
  const { content, lengthBytes } = upload;
  if (Number(request.headers['upload-offset']) !== content.byteLength) return problem('upload.offset_wrong');
  if (content.byteLength + request.bytes.byteLength > lengthBytes) return problem('upload.too_long');
  return ok(told(system.uploads.append(upload, request.bytes)));
};

function uploadOf(
  request: Request,
  caller: Caller,
  system: LandlordSystem,
): { upload: Upload } | { refusal: Answer } {
  const owner = ownerOf(request, caller, system);
  if ('refusal' in owner) return owner;
  const upload = system.uploads.find(request.pathParameters.uploadId, owner.ownerId);
  return upload ? { upload } : { refusal: problem('upload.unknown') };
}

/** A kiosk's own token is enough; a person's that is shown with it has to be good all the same. */
function ownerOf(
  { headers }: Request,
  { kioskId, tenantId }: Caller,
  { tokens }: LandlordSystem,
): { ownerId: string } | { refusal: Answer } {
  const shown = headers['deposit-token'];
  if (tenantId !== null) return { ownerId: tenantId };
  if (shown === undefined) return { ownerId: kioskId };
  const isExpired = tokens.deposit.find(shown).state === 'expired';
  return { refusal: problem(isExpired ? 'token.expired' : 'token.invalid') };
}
