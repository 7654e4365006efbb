import type { Caller } from '../callers.ts';
import type { SlotOwner } from '../upload-slots.ts';

export function slotOwnerOf({ kioskId, tenantToken }: Caller): SlotOwner {
  if (tenantToken === null)
    throw new Error('The operation needs a tenant, and its security schemes proved none.');
  return { kioskId, tenantToken };
}
