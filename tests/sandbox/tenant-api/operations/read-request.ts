import { ok, problem } from '../answer.ts';
import type { PerformOperation } from './operation.ts';
import { requestOf } from './request-of.ts';

export const readRequest: PerformOperation = (request, caller, system) => {
  const found = requestOf(caller, system, request.pathParameters.requestId);
  if (!found) return problem('request.unknown');
  const { from: _onlyOfUnsigned, ...told } = found;
  return ok(told);
};
