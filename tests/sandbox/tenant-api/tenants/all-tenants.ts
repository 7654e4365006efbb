import type { NewTenant } from '../new-tenant.ts';
import { debitedSoon } from './debited-soon.ts';
import { inCredit } from './in-credit.ts';
import { inDebt } from './in-debt.ts';
import { leaflet } from './leaflet.ts';
import { coming, former, joint, unregistered, unvalidated } from './lives.ts';
import { longHistory } from './long-history.ts';
import { accentedName, arabicName } from './names.ts';
import { noDebt } from './no-debt.ts';
import { pageEdges } from './page-edges.ts';
import { twoLeases } from './two-leases.ts';

/** Every tenant of the sandbox signs in with it. */
export const PASSWORD = 'Bienvenue-2018';

/** Fictitious people. The same day gives the same accounts, to the cent. */
export function allTenants(today: string): NewTenant[] {
  return [
    leaflet(today),
    twoLeases(today),
    noDebt(today),
    inDebt(today),
    inCredit(today),
    longHistory(today),
    debitedSoon(today),
    accentedName(today),
    arabicName(today),
    ...joint(today),
    former(today),
    coming(today),
    unregistered(today),
    unvalidated(today),
    ...pageEdges(today),
  ];
}
