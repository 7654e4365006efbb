import { ok, problem } from '../answer.ts';
import type { PerformOperation } from './operation.ts';
import { slotOwnerOf } from './slot-owner.ts';

export const readUploadSlot: PerformOperation = (request, caller, system) => {
  const slot = system.uploadSlots.find(request.pathParameters.slotId ?? '', slotOwnerOf(caller));
  if (!slot) return problem('upload_slot.unknown');
  const { phase, secondsLeft, files } = slot;
  return ok({
    phase,
    secondsLeft,
    files: files.map(({ id, content }) => ({ id, sizeBytes: content.length })),
  });
};
