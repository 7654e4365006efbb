import type { Result } from '../../preload/contract.ts';
import type { Stay } from '../documents/documents.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Visit } from '../session/visit.ts';

/** For whoever is signed in, and for nobody else: without a visit, SESSION_OVER. */
export type AsTenant = <Value>(
  act: (visit: Visit, opened: OpenParts) => Result<Value> | Promise<Result<Value>>,
) => Promise<Result<Value>>;

/** For whoever is there, signed in or not. SESSION_OVER when nobody is. */
export type AsWhoever = <Value>(
  act: (stay: Stay, opened: OpenParts) => Result<Value> | Promise<Result<Value>>,
) => Promise<Result<Value>>;
