import { created } from '../answer.ts';
import type { PerformOperation } from './operation.ts';
import { slotOwnerOf } from './slot-owner.ts';

export const createUploadSlot: PerformOperation = (_request, caller, system) => {
  const { id, token, secondsLeft } = system.uploadSlots.open(slotOwnerOf(caller));
  return created({ id, url: system.uploadPageUrl(token), secondsLeft });
};
