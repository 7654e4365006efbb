import type { SandboxBadgeReader } from '../badge-reader/badge-reader.ts';
import type { ScannerLook } from '../scanner/scanner.ts';
import type { NewFault } from '../tenant-api/faults.ts';
import { euros } from '../tenant-api/french-figures.ts';
import { balanceOf } from '../tenant-api/ledger.ts';
import type { TenantApi } from '../tenant-api/tenant-api.ts';
import { badgeSection } from './badge-section.ts';
import { deskSection } from './desk-section.ts';
import { escaped } from './escaped.ts';
import { paymentSection } from './payment-section.ts';
import { rentNoticeSection } from './rent-notice-section.ts';
import { scannerSection } from './scanner-section.ts';
import { TERMINAL_BUTTONS } from './terminal-routes.ts';
import { type TerminalLook, terminalSection } from './terminal-section.ts';

/** The page for people, in the language of the landlord. It loads nothing and runs nothing. */
export function controlPage(
  tenantApi: TenantApi,
  {
    documents,
    routes,
    terminal,
    scanner,
    badgeReader,
  }: {
    documents: readonly string[];
    routes: readonly { request: string; purpose: string }[];
    terminal: TerminalLook;
    scanner: ScannerLook | null;
    badgeReader: Pick<SandboxBadgeReader, 'lying'> | null;
  },
): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bac à sable de la borne</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Bac à sable de la borne</h1>
<p>Le monde autour de la borne : des locataires fictifs, leurs e-mails, leurs relevés imprimés.
<a href="/">Actualiser</a></p>

<h2 id="tenants">Locataires</h2>
<p>Mot de passe de tous : <code>${escaped(tenantApi.password)}</code></p>
<table>
<thead><tr><th scope="col">E-mail</th><th scope="col">Nom</th><th scope="col">Particularité</th><th scope="col" class="amount">Solde</th></tr></thead>
<tbody>
${tenantApi.tenants.map(tenantRow).join('\n')}
</tbody>
</table>

<h2 id="rent-notices">Avis d’échéance</h2>
${rentNoticeSection(tenantApi.rentNotices)}

<h2 id="desk">Accueil : qui attend un conseiller</h2>
${deskSection(tenantApi.helpCalls)}

${
  badgeReader === null
    ? ''
    : `<h2 id="badges">Lecteur de badges des conseillers</h2>
${badgeSection(tenantApi.staff.members, badgeReader.lying())}`
}

<h2 id="payments">Paiements transmis</h2>
${paymentSection(tenantApi.payments)}

<h2 id="terminal">Terminal de paiement</h2>
${terminalSection(terminal, terminalButtons())}

${
  scanner === null
    ? ''
    : `<h2 id="scanner">Scanner</h2>
${scannerSection(scanner)}`
}

<h2 id="mailbox">E-mails envoyés</h2>
${listOr('Aucun e-mail pour le moment.', tenantApi.mailbox.emails.toReversed().map(emailItem))}

<h2 id="printed">Documents imprimés</h2>
${listOr('Aucun document pour le moment.', documents.toReversed().map(documentItem))}

<h2 id="kiosks">État des bornes</h2>
${listOr('Aucun message pour le moment.', tenantApi.healthReports.latest.map(healthItem))}

<h2 id="faults">Pannes en cours</h2>
${listOr('Aucune : tout fonctionne.', Object.entries(tenantApi.faults.list()).map(faultItem))}
<h2 id="routes">Ce que l’on peut demander à cette adresse</h2>
<table>
<tbody>
${routes.map(({ request, purpose }) => row(request, purpose)).join('\n')}
</tbody>
</table>

<h3>Exemples de pannes</h3>
<table>
<tbody>
${FAULT_EXAMPLES.map(([fault, effect]) => row(JSON.stringify(fault), effect)).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1d2733; }
h2 { margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #c9d2da; vertical-align: top; }
.amount { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
form { display: inline-block; margin: 0 .4rem .4rem 0; }
button { font: inherit; padding: .4rem .8rem; }
pre { overflow-x: auto; background: #f2f5f7; padding: 1rem; }
a { color: #0b4f6c; }
`;

const FAULT_EXAMPLES: readonly (readonly [fault: NewFault, effect: string])[] = [
  [{ latencyMilliseconds: 8_000 }, 'Réponse lente'],
  [{ effect: { kind: 'status', status: 503, retryAfterSeconds: 5 } }, 'Refus'],
  [{ effect: { kind: 'cut', moment: 'beforeEffect' } }, 'Connexion coupée avant que rien ne soit fait'],
  [{ effect: { kind: 'cut', moment: 'beforeAnswer' } }, 'C’est fait, mais la réponse n’arrive pas'],
  [{ effect: { kind: 'cut', moment: 'midAnswer' } }, 'Une moitié de réponse'],
  [{ effect: { kind: 'silence' } }, 'Jamais de réponse'],
  [{ effect: { kind: 'body', contentType: 'text/html', text: '<h1>Wi-Fi</h1>' } }, 'Une autre réponse'],
  [{ latencyMilliseconds: 500, times: 2 }, 'Pour deux requêtes seulement'],
];

function terminalButtons(): { path: string; label: string }[] {
  return Object.entries(TERMINAL_BUTTONS).map(([name, { label }]) => ({ path: `/terminal/${name}`, label }));
}

type TenantRow = TenantApi['tenants'][number];

function tenantRow({ signInEmail, displayName, story, accounts }: TenantRow): string {
  const balances = accounts.map(({ entries }) => euros(balanceOf(entries))).join('<br>');
  return `<tr><td><code>${escaped(signInEmail)}</code></td><td><bdi>${escaped(displayName)}</bdi></td><td>${escaped(story)}</td><td class="amount">${balances}</td></tr>`;
}

function emailItem({ sentAt, to, subject, text }: TenantApi['mailbox']['emails'][number]): string {
  return `<li><details><summary>${escaped(to)} — ${escaped(subject)} <small>${escaped(sentAt)}</small></summary><pre>${escaped(text)}</pre></details></li>`;
}

function documentItem(name: string): string {
  return `<li><a href="/printed/${escaped(encodeURIComponent(name))}">${escaped(name)}</a></li>`;
}

function faultItem([target, fault]: [string, unknown]): string {
  return `<li><code>${escaped(target)}</code> <code>${escaped(shortened(JSON.stringify(fault)))}</code></li>`;
}

function healthItem({ kioskId, report }: TenantApi['healthReports']['latest'][number]): string {
  const troubles = report.parts.filter(({ state }) => state === 'degraded' || state === 'unfit');
  const said = troubles.map(({ part, code }) => `${part} ${code}`).join(', ') || 'tout va bien';
  return `<li><code>${escaped(kioskId)}</code> ${escaped(said)} <small>${escaped(report.at)}</small></li>`;
}

function row(code: string, words: string): string {
  return `<tr><td><code>${escaped(code)}</code></td><td>${escaped(words)}</td></tr>`;
}

function listOr(nothing: string, items: readonly string[]): string {
  return items.length === 0 ? `<p>${nothing}</p>` : `<ul>\n${items.join('\n')}\n</ul>`;
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
