import { ok, problem } from '../answer.ts';
import type { PerformOperation } from './operation.ts';
import { slotOwnerOf } from './slot-owner.ts';

export const readUploadedFile: PerformOperation = (request, caller, system) => {
  const { slotId = '', fileId } = request.pathParameters;
  const file = system.uploadSlots.find(slotId, slotOwnerOf(caller))?.files.find(({ id }) => id === fileId);
  if (!file) return problem('upload_slot.unknown');
  return ok({ sha256: file.sha256, content: file.content.toString('base64') });
};
