import type { SandboxScanner } from '../scanner/scanner.ts';
import type { ScannerFault } from '../scanner/scanner-faults.ts';
import type { Route } from './control-routes.ts';
import { json, nothing, refusal, seeOther } from './reply.ts';

/** By the words that stand behind /scanner/. The page has a button for each. */
export const SCANNER_BUTTONS: Readonly<
  Record<string, { label: string; press: (scanner: SandboxScanner) => void }>
> = {
  'three-sheets': { label: 'Mettre trois feuilles dans le bac', press: (scanner) => scanner.load(3) },
  'no-sheets': { label: 'Vider le bac', press: (scanner) => scanner.load(0) },
  jam: {
    label: 'Coincer la deuxième feuille',
    press: (scanner) => scanner.setFault({ kind: 'jam', afterSheets: 1 }),
  },
  'open-lid': { label: 'Ouvrir le capot', press: (scanner) => scanner.setFault({ kind: 'hatchOpen' }) },
  busy: { label: 'L’occuper', press: (scanner) => scanner.setFault({ kind: 'busy', times: 1_000 }) },
  mend: { label: 'Tout remettre en ordre', press: (scanner) => scanner.setFault(null) },
};

const ANCHOR = '/#scanner';
const NONE = 'No documents come in at this kiosk.';

export const SCANNER_ROUTES: Readonly<Record<string, Route>> = {
  'GET /scanner': {
    purpose: 'Le scanner : ce qu’il contient, ce qu’on lui a demandé',
    reply: ({ scanner }) => json(scanner?.look() ?? null),
  },
  'POST /scanner/*': {
    purpose: `Un geste au scanner : ${Object.keys(SCANNER_BUTTONS).join(', ')}`,
    reply: ({ scanner }, { name }) => {
      const button = Object.hasOwn(SCANNER_BUTTONS, name) ? SCANNER_BUTTONS[name] : undefined;
      if (!button || !scanner) return refusal(404, scanner ? 'There is no such button.' : NONE);
      button.press(scanner);
      return seeOther(ANCHOR);
    },
  },
  'PUT /scanner-fault': {
    purpose: 'Une panne du scanner (sa forme : tests/sandbox/scanner/scanner-faults.ts), ou null',
    reply: ({ scanner }, { body }) => {
      if (!scanner) return refusal(404, NONE);
      scanner.setFault(body as ScannerFault | null);
      return nothing();
    },
  },
};
