import { created } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

export const createCardCharge: PerformOperation = (request, _caller, { cardCharges }) => {
  const { amountCents } = request.body as { amountCents: number };
  return created(cardCharges.charge((request.headers['idempotency-key'] ?? '').toLowerCase(), amountCents));
};
