import { ok, problem } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

export const readCardCharge: PerformOperation = (request, _caller, { cardCharges }) => {
  const charge = cardCharges.find((request.pathParameters.attemptId ?? '').toLowerCase());
  return charge ? ok(charge) : problem('card_charge.unknown');
};
