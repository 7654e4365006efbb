import type { StaffMember } from '../tenant-api/staff.ts';
import { escaped } from './escaped.ts';

/** The badge reader's table: whose badge lies on it, and the badges that can be laid there. */
export function badgeSection(staff: readonly StaffMember[], lying: string | null): string {
  const owner = staff.find(({ badgeNumber }) => badgeNumber === lying);
  const lies =
    lying === null
      ? 'Aucun badge sur le lecteur'
      : `Sur le lecteur : le badge ${owner ? `de ${escaped(owner.displayName)}` : escaped(lying)}`;
  const buttons = [
    ...staff.map(({ badgeNumber, displayName, pin }) =>
      button(badgeNumber, `Poser le badge de ${displayName} (code ${pin})`),
    ),
    button('none', 'Retirer le badge'),
  ];
  return `<p>${lies}</p>
<p>${buttons.join('\n')}</p>`;
}

function button(name: string, label: string): string {
  return `<form method="post" action="/badge-reader/${escaped(name)}"><button>${escaped(label)}</button></form>`;
}
