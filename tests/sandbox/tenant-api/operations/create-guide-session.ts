import { created } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

export const createGuideSession: PerformOperation = (_request, { kioskId }, { guideSessions }) =>
  created(guideSessions.create(kioskId));
