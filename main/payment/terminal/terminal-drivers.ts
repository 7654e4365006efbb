/** Every kind of terminal that `paymentTerminal` of the configuration can name. A new one is a file and a line here. */
import { caisseAp } from './caisse-ap/caisse-ap.ts';
import { concertEplus } from './concert-eplus/concert-eplus.ts';
import { encryptingReader } from './encrypting-reader/encrypting-reader.ts';
import { nexo } from './nexo/nexo.ts';

export const TERMINAL_DRIVERS = [caisseAp, nexo, concertEplus, encryptingReader] as const;
