import { z } from 'zod';
import type { NewCustomer, NewPlan } from '../terminal/plan.ts';
import type { SandboxTerminal } from '../terminal/start-terminal.ts';
import type { Route } from './control-routes.ts';
import { json, nothing, type Reply, refusal, seeOther } from './reply.ts';
import type { TerminalLook } from './terminal-section.ts';

/** What a hand can do at the terminal. False when there was nothing to do it to. */
type Deed = (terminal: SandboxTerminal) => Promise<boolean>;

/** By the words that stand behind /terminal/. The page has a button for each. */
export const TERMINAL_BUTTONS: Readonly<Record<string, { label: string; press: Deed }>> = {
  card: { label: 'Présenter une carte', press: (terminal) => terminal.presentCard({}, 0) },
  'contactless-card': {
    label: 'Présenter une carte sans contact',
    press: (terminal) => terminal.presentCard({ mode: 'contactless' }, 0),
  },
  'declined-card': {
    label: 'Présenter une carte que la banque refuse',
    press: (terminal) => terminal.presentCard({ isDeclined: true }, 0),
  },
  'red-button': { label: 'Appuyer sur la touche rouge', press: (terminal) => terminal.pressRedButton(0) },
  'power-cut': {
    label: 'Couper le courant',
    press: (terminal) => terminal.powerCut().then(() => true),
  },
  restart: { label: 'Rallumer', press: (terminal) => terminal.restart().then(() => true) },
};

/** Where the page speaks of the terminal. */
export const TERMINAL_ANCHOR = '/#terminal';

const networkSchema = z.strictObject({ isReachable: z.boolean() });

export const TERMINAL_ROUTES: Readonly<Record<string, Route>> = {
  'GET /terminal': {
    purpose: 'Le terminal de paiement : son état, ce qui l’attend, son propre journal',
    reply: async ({ terminal }) => json(await lookAt(terminal)),
  },
  'POST /terminal/*': {
    purpose: `Un geste au terminal : ${Object.keys(TERMINAL_BUTTONS).join(', ')}`,
    reply: ({ terminal }, { name }) => press(terminal, name),
  },
  'PUT /terminal-customer': {
    purpose: 'Qui se tient devant le terminal : { "kind": "instant" }, "person" ou "byHand"',
    reply: async ({ terminal }, { body }) => {
      await terminal.setCustomer(body as NewCustomer);
      return nothing();
    },
  },
  'POST /terminal-plans': {
    purpose: 'Ce qui arrivera aux prochains paiements (sa forme : tests/sandbox/terminal/plan.ts)',
    reply: async ({ terminal }, { body }) => {
      await terminal.plan(body as NewPlan);
      return nothing();
    },
  },
  'DELETE /terminal-plans': {
    purpose: 'Que tout se passe bien à nouveau',
    reply: async ({ terminal }) => {
      await terminal.clearPlans();
      return nothing();
    },
  },
  'PUT /terminal-network': {
    purpose: 'Débrancher ou rebrancher son câble : { "isReachable": false }',
    reply: async ({ terminal }, { body }) => {
      await terminal.setReachable(networkSchema.parse(body).isReachable);
      return nothing();
    },
  },
};

export async function lookAt(terminal: SandboxTerminal): Promise<TerminalLook> {
  return { state: await terminal.state(), journal: terminal.journal() };
}

async function press(terminal: SandboxTerminal, name: string): Promise<Reply> {
  const button = TERMINAL_BUTTONS[name];
  if (!button) return refusal(404, 'There is no such button.');
  const wasDone = await button.press(terminal);
  return wasDone ? seeOther(TERMINAL_ANCHOR) : refusal(409, 'Le terminal n’attend rien en ce moment.');
}
