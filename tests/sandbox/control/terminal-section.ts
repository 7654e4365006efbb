import { euros } from '../tenant-api/french-figures.ts';
import type { JournalEntry, Outcome, TerminalState } from '../terminal/start-terminal.ts';
import { escaped } from './escaped.ts';

/** What the page shows of the terminal. */
export interface TerminalLook {
  readonly state: TerminalState;
  readonly journal: readonly JournalEntry[];
}

/** @param buttons by the path that they post to */
export function terminalSection(
  { state, journal }: TerminalLook,
  buttons: readonly { path: string; label: string }[],
): string {
  return `
<p>${stateInWords(state)}</p>
<p>${buttons.map(button).join('\n')}</p>
${state.plans.length === 0 ? '' : `<p>Prévu : <code>${escaped(JSON.stringify(state.plans))}</code></p>`}
<h3>Son propre journal</h3>
${journal.length === 0 ? '<p>Aucun paiement pour le moment.</p>' : journalTable(journal)}`;
}

const SHOWN_ENTRIES = 20;

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  approved: 'accepté',
  refused: 'refusé par la banque',
  abandoned: 'abandonné',
  inputTimeout: 'personne n’est venu',
};

function stateInWords(state: TerminalState): string {
  switch (state.state) {
    case 'off':
      return 'Le terminal est éteint.';
    case 'idle':
      return 'Le terminal attend un paiement de la borne.';
    case 'waitingForCard':
      return `<strong>${euros(state.amountCents)}</strong> : le terminal attend une carte.`;
    case 'authorising':
      return `<strong>${euros(state.amountCents)}</strong> : la banque réfléchit.`;
  }
}

/** A form is the only thing on a page without scripts that does something. */
function button({ path, label }: { path: string; label: string }): string {
  return `<form method="post" action="${escaped(path)}"><button>${escaped(label)}</button></form>`;
}

function journalTable(journal: readonly JournalEntry[]): string {
  const rows = journal.slice(-SHOWN_ENTRIES).toReversed().map(entryRow);
  return `<table>
<thead><tr><th scope="col">N°</th><th scope="col">Heure (UTC)</th><th scope="col">Résultat</th><th scope="col">Autorisation</th><th scope="col" class="amount">Montant</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function entryRow({ number, at, outcome, authorisation, amountCents }: JournalEntry): string {
  return `<tr><td>${number}</td><td>${escaped(at)}</td><td>${OUTCOMES[outcome]}</td><td>${escaped(authorisation ?? '')}</td><td class="amount">${euros(amountCents)}</td></tr>`;
}
