import { created, ok, problem } from '../answer.ts';
import { told } from '../uploads.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const createUpload: PerformOperation = (request, caller, system) => {
  const { lengthBytes, sha256 } = request.body as { lengthBytes: number; sha256: string };
  return created(told(system.uploads.create({ tenantId: tenantOf(caller, system).id, lengthBytes, sha256 })));
};

export const readUpload: PerformOperation = (request, caller, system) => {
  const upload = system.uploads.find(request.pathParameters.uploadId, tenantOf(caller, system).id);
  return upload ? ok(told(upload)) : problem('upload.unknown');
};

/** What came before a connection broke counts: the answer to it is heard by nobody, and the next try asks. */
export const appendToUpload: PerformOperation = (request, caller, system) => {
  const upload = system.uploads.find(request.pathParameters.uploadId, tenantOf(caller, system).id);
  if (!upload) return problem('upload.unknown');
  const { content, lengthBytes } = upload;
  if (Number(request.headers['upload-offset']) !== content.byteLength) return problem('upload.offset_wrong');
  if (content.byteLength + request.bytes.byteLength > lengthBytes) return problem('upload.too_long');
  return ok(told(system.uploads.append(upload, request.bytes)));
};
