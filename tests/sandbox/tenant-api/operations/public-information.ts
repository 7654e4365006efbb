import { ok } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

export const readUsefulNumbers: PerformOperation = (_request, _caller, { publicInformation }) =>
  ok({ items: publicInformation.usefulNumbers });

export const readAgencies: PerformOperation = (_request, _caller, { publicInformation }) =>
  ok({ items: publicInformation.agencies });

export const readPracticalTexts: PerformOperation = (_request, _caller, { publicInformation }) =>
  ok({ items: publicInformation.practicalTexts });

export const readResidenceAlerts: PerformOperation = (_request, _caller, { publicInformation }) =>
  ok({ items: publicInformation.residenceAlerts });

export const readPaymentMethods: PerformOperation = (_request, _caller, { publicInformation }) =>
  ok({ items: publicInformation.paymentMethods });
