/** Every kind of terminal that `paymentTerminal` of the configuration can name. A new one is a file and a line here. */
import { caisseAp } from './caisse-ap/caisse-ap.ts';
import { concertEplus } from './concert-eplus/concert-eplus.ts';
import { encryptingReader } from './encrypting-reader/encrypting-reader.ts';
import { nexo } from './nexo/nexo.ts';

export const TERMINAL_DRIVERS = [caisseAp, nexo, concertEplus, encryptingReader] as const;

/**
 * The terminal of the configuration, as the journal calls it.
 * @param settings `paymentTerminal` of the configuration
 */
export function terminalName(settings: {
  readonly driver: (typeof TERMINAL_DRIVERS)[number]['name'];
}): string | null {
  return TERMINAL_DRIVERS.find(({ name }) => name === settings.driver)?.nameOf(settings) ?? null;
}
