import { problem } from '../answer.ts';
import type { PerformOperation } from './operation.ts';

/** Direct debit is another part of the landlord's system: for this one, there is no such account. */
export const notThereYet: PerformOperation = () => problem('account.unknown');
