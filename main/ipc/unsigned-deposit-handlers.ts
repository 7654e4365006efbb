import type { Locale } from '../../preload/contract.ts';
import type { unsignedDepositCalls } from '../../preload/unsigned-deposit-contract.ts';
import type { OpenParts } from '../open-parts.ts';
import type { Handlers } from './router.ts';

/** What the call about papers of people who have not signed in does. */
export function unsignedDepositHandlers(from: {
  parts: Promise<OpenParts>;
  locale: () => Locale;
}): Pick<Handlers, keyof typeof unsignedDepositCalls> {
  const { parts, locale } = from;
  return {
    'unsignedDeposit.send': async (deposit) => (await parts).unsignedDeposits.send(deposit, locale()),
  };
}
