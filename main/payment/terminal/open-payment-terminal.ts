import { guarded } from './guarded-terminal.ts';
import type { PaymentTerminal } from './payment-terminal.ts';
import type { TerminalSurroundings } from './terminal-driver.ts';
import { TERMINAL_DRIVERS } from './terminal-drivers.ts';

/**
 * Opens the terminal of the configuration. Nothing is said to it yet.
 * @param settings `paymentTerminal` of the configuration
 */
export async function openPaymentTerminal(
  settings: { readonly driver: (typeof TERMINAL_DRIVERS)[number]['name'] },
  surroundings: TerminalSurroundings,
): Promise<PaymentTerminal> {
  const driver = TERMINAL_DRIVERS.find(({ name }) => name === settings.driver);
  if (!driver) throw new TypeError('the configuration was checked, and names a driver that there is');
  return guarded(driver.name, await driver.open(settings, surroundings), surroundings.log);
}
