import type { ScannerLook } from '../scanner/scanner.ts';
import { escaped } from './escaped.ts';
import { SCANNER_BUTTONS } from './scanner-routes.ts';

export function scannerSection({ sheetsInFeeder, fault, jobs }: ScannerLook): string {
  const buttons = Object.entries(SCANNER_BUTTONS).map(
    ([name, { label }]) =>
      `<form method="post" action="/scanner/${escaped(name)}"><button>${escaped(label)}</button></form>`,
  );
  return `
<p>${sheetsInFeeder === 0 ? 'Une feuille est posée sur la vitre ; le bac est vide.' : `Feuilles dans le bac : ${sheetsInFeeder}.`}
Numérisations demandées : ${jobs.length}.</p>
${fault === null ? '' : `<p>Panne : <code>${escaped(JSON.stringify(fault))}</code></p>`}
<p>${buttons.join('\n')}</p>`;
}
