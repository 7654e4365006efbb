import type { Result } from '../../preload/contract.ts';
import type { Answer } from './answer.ts';
import type { Sent } from './kiosk-requests.ts';

/** Asks with the signed-in person's token. SESSION_OVER once they have signed out. */
export type ReadAsTenant = <Value>(
  operation: (sent: Sent) => Promise<Answer<Value>>,
  limits?: { timeoutSeconds?: number },
) => Promise<Result<Value>>;
