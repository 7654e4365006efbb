/** Concert E+ over a serial line or its USB likeness: older terminals. */
import * as z from 'zod';
import { terminalDriver } from '../terminal-driver.ts';

const settings = z.strictObject({
  driver: z.literal('concert-eplus'),
  device: z
    .string()
    .regex(/^(\/dev\/[A-Za-z0-9._/-]{1,200}|COM\d{1,3})$/, 'a device such as /dev/ttyACM0 or COM3')
    .describe('The serial line.'),
  baudRate: z.int().min(1_200).max(115_200).default(9_600),
  register: z
    .string()
    .regex(/^[0-9]{2}$/, 'two digits')
    .default('01')
    .describe('The number of this register, as set on the terminal.'),
  answerTimeoutSeconds: z
    .int()
    .min(30)
    .max(600)
    .default(180)
    .describe('How long a payment may take in all. Longer than the terminal gives the person.'),
});

export type ConcertEplusSettings = z.output<typeof settings>;

export const concertEplus = terminalDriver(settings, async (chosen, { log }) => {
  const { createConcertEplusTerminal } = await import('./concert-eplus-terminal.ts');
  return createConcertEplusTerminal(chosen, { log });
});
