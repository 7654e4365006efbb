import type { Answer } from '../answer.ts';
import type { Caller } from '../callers.ts';
import type { ValidRequest } from '../contract.ts';
import type { LandlordSystem } from '../landlord-system.ts';

/** What one operation of the contract does, once the request has been proven and validated. */
export type PerformOperation = (
  request: ValidRequest,
  caller: Caller,
  system: LandlordSystem,
) => Answer | Promise<Answer>;
