import { noContent } from '../answer.ts';
import type { HealthReport } from '../health-reports.ts';
import type { PerformOperation } from './operation.ts';

export const createKioskHealthReport: PerformOperation = (request, { kioskId }, system) => {
  system.healthReports.receive(kioskId, request.body as HealthReport);
  return noContent();
};
