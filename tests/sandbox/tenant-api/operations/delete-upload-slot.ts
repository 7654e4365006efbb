import { noContent } from '../answer.ts';
import type { PerformOperation } from './operation.ts';
import { slotOwnerOf } from './slot-owner.ts';

export const deleteUploadSlot: PerformOperation = (request, caller, system) => {
  system.uploadSlots.close(request.pathParameters.slotId ?? '', slotOwnerOf(caller));
  return noContent();
};
