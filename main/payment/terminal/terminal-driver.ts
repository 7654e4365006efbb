import * as z from 'zod';
import type { Log } from '../../log/log.ts';
import type { CardProvider } from './encrypting-reader/card-provider.ts';
import type { PaymentTerminal } from './payment-terminal.ts';

/** What a terminal may use of the kiosk. */
export interface TerminalSurroundings {
  readonly log: Log;
  /** Who decrypts what an encrypting reader read, and charges it. Terminals that charge by themselves need none. */
  readonly provider?: CardProvider;
  /** The passphrase shared with a terminal that encrypts what is said; null when the keyring holds none. */
  readonly readTerminalKey?: () => Promise<string | null>;
}

type SettingsSchema = z.ZodObject<{ driver: z.ZodLiteral<string> }, z.core.$strict>;

/**
 * A kind of terminal: its settings in `kiosk-config`, and the way to open one. The settings are read at every start of
 * the kiosk, so what is heavy is imported by `open` and not before.
 */
export function terminalDriver<Settings extends SettingsSchema>(
  settings: Settings,
  open: (settings: z.output<Settings>, surroundings: TerminalSurroundings) => Promise<PaymentTerminal>,
  /** For a terminal that answers questions about payments: which one it is, since another one knows nothing of them. */
  identify: (settings: z.output<Settings>) => string | null = () => null,
) {
  const name = settings.shape.driver.value;
  return {
    name,
    settings,
    /** By which the journal remembers who was asked for the money. */
    nameOf(candidate: unknown): string {
      const identity = identify(settings.parse(candidate));
      return identity === null ? name : `${name} ${identity}`;
    },
    open: (candidate: unknown, surroundings: TerminalSurroundings): Promise<PaymentTerminal> =>
      open(settings.parse(candidate), surroundings),
  };
}

/** A name or an address on the agency's network. */
export const terminalHost = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$/, 'a host name or an IP address');

export const terminalPort = z.int().min(1).max(65_535);
