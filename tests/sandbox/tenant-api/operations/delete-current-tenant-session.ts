import { noContent } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

export const deleteCurrentTenantSession: PerformOperation = (_request, { tenantToken }, system) => {
  if (tenantToken !== null) {
    system.tokens.tenant.revoke(tenantToken);
    system.uploadSlots.closeAllOf(tenantToken);
  }
  return noContent();
};
