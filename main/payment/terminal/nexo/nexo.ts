/** The nexo Sale to POI protocol as the Adyen Terminal API speaks it on the agency's own network. */
import * as z from 'zod';
import { terminalDriver, terminalHost, terminalPort } from '../terminal-driver.ts';

const settings = z
  .strictObject({
    driver: z.literal('nexo'),
    host: terminalHost,
    port: terminalPort.default(8443),
    poiId: z
      .string()
      .regex(/^[A-Za-z0-9]{1,32}-[A-Za-z0-9]{1,32}$/, 'model and serial number: V400m-324688179')
      .describe("The terminal's name: model and serial number."),
    saleId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,32}$/, 'letters, digits and hyphens')
      .describe("This kiosk's name at the terminal."),
    certificateFile: z
      .string()
      .min(1)
      .max(4_096)
      .describe(
        'PEM: the certificate of the authority that signs terminals, or the one of this terminal alone. Nothing else is trusted.',
      ),
    certificateName: terminalHost
      .optional()
      .describe("The name that the terminal's certificate must bear. Without it, the host."),
    sharedKey: z
      .strictObject({ identifier: z.string().min(1).max(64), version: z.int().min(0).max(1_000_000) })
      .optional()
      .describe(
        'The key that messages are encrypted with, as set on the terminal; its passphrase is in the keyring.',
      ),
    silenceSeconds: z
      .int()
      .min(30)
      .max(600)
      .default(120)
      .describe('After so long without an answer, the terminal is asked what became of the payment.'),
    answerTimeoutSeconds: z
      .int()
      .min(60)
      .max(1_200)
      .default(300)
      .describe('How long a payment may take in all, with the questions about it.'),
  })
  .refine((times) => times.silenceSeconds < times.answerTimeoutSeconds, {
    path: ['answerTimeoutSeconds'],
    message: 'more seconds than silenceSeconds',
  });

export type NexoSettings = z.output<typeof settings>;

export const nexo = terminalDriver(
  settings,
  async (chosen, { log, readTerminalKey }) => {
    const { openNexoTerminal } = await import('./nexo-terminal.ts');
    return openNexoTerminal(chosen, { log, readTerminalKey });
  },
  ({ poiId }) => poiId,
);
