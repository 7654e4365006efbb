import type { Locale, Tenant } from '../../preload/contract.ts';
import type { dwellingCalls } from '../../preload/dwelling-contract.ts';
import { listCharges } from '../dwelling/charges.ts';
import { readConsumption } from '../dwelling/consumption.ts';
import type { AsTenant } from './as-tenant.ts';
import type { Handlers } from './router.ts';

const SESSION_OVER = { ok: false, error: { code: 'SESSION_OVER' } } as const;

/** What each call about a dwelling and its papers does. */
export function dwellingHandlers(from: {
  asTenant: AsTenant;
  locale: () => Locale;
  /** Null while nobody is signed in. */
  tenant: () => Tenant | null;
}): Pick<Handlers, keyof typeof dwellingCalls> {
  const { asTenant, locale, tenant } = from;
  return {
    'consumption.read': ({ accountId }) =>
      asTenant(({ connection }) => readConsumption(connection.dwelling, accountId)),
    'charges.list': (page) => asTenant(({ connection }) => listCharges(connection.dwelling, page)),
    'paper.listRent': (page) => asTenant((visit, { papers }) => papers.listRent(visit, page)),
    'paper.listLease': (page) => asTenant((visit, { papers }) => papers.listLease(visit, page)),
    'paper.show': (name) => asTenant((visit, { papers }) => papers.show(visit, name)),
    'paper.print': (name) => asTenant((visit, { papers }) => papers.print(visit, name)),
    'paper.sendByEmail': (name) => asTenant((visit, { papers }) => papers.sendByEmail(visit, name, locale())),
    'cashSlip.make': (wish) => asTenant((visit, { cashSlips }) => cashSlips.make(visit, wish)),
    'cashSlip.print': ({ slipId }) =>
      asTenant((visit, { cashSlips }) => {
        const person = tenant();
        return person ? cashSlips.print(visit, person, slipId, locale()) : SESSION_OVER;
      }),
  };
}
