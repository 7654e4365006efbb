/** Concert E+ over a serial line or its USB likeness: older terminals. */
import * as z from 'zod';
import { answerTimeoutSeconds, registerNumber } from '../concert-settings.ts';
import { terminalDriver } from '../terminal-driver.ts';

const settings = z.strictObject({
  driver: z.literal('concert-eplus'),
  device: z
    .string()
    .regex(/^(\/dev\/[A-Za-z0-9._/-]{1,200}|COM\d{1,3})$/, 'a device such as /dev/ttyACM0 or COM3')
    .describe('The serial line.'),
  baudRate: z.int().min(1_200).max(115_200).default(9_600),
  register: registerNumber,
  answerTimeoutSeconds,
});

export type ConcertEplusSettings = z.output<typeof settings>;

export const concertEplus = terminalDriver(settings, async (chosen, { log }) => {
  const { createConcertEplusTerminal } = await import('./concert-eplus-terminal.ts');
  return createConcertEplusTerminal(chosen, { log });
});
