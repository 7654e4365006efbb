import { euros } from '../tenant-api/french-figures.ts';
import type { TenantApi } from '../tenant-api/tenant-api.ts';
import { escaped } from './escaped.ts';

/** What kiosks reported, and the button that has the landlord book it. */
export function paymentSection({ received }: TenantApi['payments']): string {
  if (received.length === 0) return '<p>Aucun paiement pour le moment.</p>';
  const rows = received.map(
    ({ id, accountId, amountCents, isBooked }) =>
      `<tr><td><code>${escaped(id)}</code></td><td>${escaped(accountId)}</td><td>${isBooked ? 'comptabilisé' : 'en cours d’enregistrement'}</td><td class="amount">${euros(amountCents)}</td></tr>`,
  );
  return `<table>
<thead><tr><th scope="col">Paiement</th><th scope="col">Compte</th><th scope="col">État</th><th scope="col" class="amount">Montant</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<form method="post" action="/bookings"><button>Comptabiliser les paiements en attente</button></form>`;
}
