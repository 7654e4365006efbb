/**
 * The same inputs in every run, so that what fails here fails everywhere and what passes here passes everywhere.
 * KIOSK_TEST_SEED=… looks further.
 */
import fc from 'fast-check';

const USUAL_SEED = 20_180_626;

export const seed = Number(process.env.KIOSK_TEST_SEED ?? USUAL_SEED);

fc.configureGlobal({ seed });
