import french from '../../../renderer/messages/fr.json' with { type: 'json' };
import type { TenantApi } from '../tenant-api/tenant-api.ts';
import { escaped } from './escaped.ts';

const NAMES: Readonly<Record<string, { name: string } | undefined>> = french.explain.screens;

/** Who waits at a kiosk, and the buttons of the desk. */
export function deskSection({ open }: TenantApi['helpCalls']): string {
  if (open.length === 0) return '<p>Personne n’appelle.</p>';
  const rows = open.map(({ id, kioskId, screen, state, calledAt }) => {
    const buttons = [
      ...(state === 'waiting' ? [button('takings', id, 'J’y vais')] : []),
      button('closings', id, 'C’est terminé'),
    ];
    return `<tr><td><code>${escaped(kioskId)}</code></td><td>${escaped(NAMES[screen]?.name ?? screen)}</td><td>${state === 'waiting' ? 'attend' : 'un conseiller arrive'} <small>${escaped(calledAt)}</small></td><td>${buttons.join('')}</td></tr>`;
  });
  return `<table>
<thead><tr><th scope="col">Borne</th><th scope="col">Écran</th><th scope="col">État</th><th scope="col"></th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function button(what: string, id: string, label: string): string {
  return `<form method="post" action="/help-call-${what}/${encodeURIComponent(id)}"><button>${label}</button></form>`;
}
