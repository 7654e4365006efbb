import type { Result } from '../../preload/contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Visit } from '../session/visit.ts';

/** For whoever is signed in, and for nobody else: without a visit, SESSION_OVER. */
export type AsTenant = <Value>(
  act: (visit: Visit, opened: OpenParts) => Result<Value> | Promise<Result<Value>>,
) => Promise<Result<Value>>;
