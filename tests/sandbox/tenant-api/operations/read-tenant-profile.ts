import { ok } from '../answer.ts';
import { tenantOf } from './account-of.ts';
import type { PerformOperation } from './operation.ts';

export const readTenantProfile: PerformOperation = (_request, caller, system) =>
  ok(tenantOf(caller, system).profile.inForce);
