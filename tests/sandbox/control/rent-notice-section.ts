import { euros } from '../tenant-api/french-figures.ts';
import { NOBODYS_REFERENCE, noticeCode } from '../tenant-api/rent-notices.ts';
import type { TenantApi } from '../tenant-api/tenant-api.ts';
import { escaped } from './escaped.ts';

/** What a developer types, or gives to a scanner. */
export function rentNoticeSection(notices: TenantApi['rentNotices']): string {
  return `<table>
<thead><tr><th scope="col">Locataire</th><th scope="col">Mois</th><th scope="col">Référence</th><th scope="col">Contenu du code</th><th scope="col" class="amount">Reste à payer</th></tr></thead>
<tbody>
${notices.map(noticeRow).join('\n')}
<tr><td>Personne</td><td>–</td><td><code>${NOBODYS_REFERENCE}</code></td><td><code>${noticeCode(NOBODYS_REFERENCE, 12_34)}</code></td><td class="amount">inconnu</td></tr>
</tbody>
</table>`;
}

function noticeRow({ tenant, month, reference, code, dueCents }: TenantApi['rentNotices'][number]): string {
  return `<tr><td><bdi>${escaped(tenant.displayName)}</bdi></td><td>${month}</td><td><code>${reference}</code></td><td><code>${code}</code></td><td class="amount">${euros(dueCents)}</td></tr>`;
}
