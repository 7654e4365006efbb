/** Caisse-AP over IP (Concert V3): the terminals that banks in France supply. */
import * as z from 'zod';
import { answerTimeoutSeconds, registerNumber } from '../concert-settings.ts';
import { terminalDriver, terminalHost, terminalPort } from '../terminal-driver.ts';

const settings = z.strictObject({
  driver: z.literal('caisse-ap'),
  host: terminalHost,
  port: terminalPort.default(8888),
  register: registerNumber,
  protocolVersion: z.enum(['0300', '0320']).default('0300'),
  applicationId: z
    .string()
    .regex(/^[0-9A-Z]{12}$/, 'twelve digits or capitals')
    // What terminals accept from an application that has no identifier of its own.
    .default('012345678901')
    .describe('Identifies this application; issued with the contract.'),
  answerTimeoutSeconds,
});

export type CaisseApSettings = z.output<typeof settings>;

export const caisseAp = terminalDriver(settings, async (chosen, { log }) => {
  const { createCaisseApTerminal } = await import('./caisse-ap-terminal.ts');
  return createCaisseApTerminal(chosen, { log });
});
