/**
 * Every process of a run carries this name in its environment, with the run's own temporary folder as its value. So
 * whatever is left of a run can be found and ended by its id, however it was started, and nothing else is touched.
 */
export const RUN_MARKER = 'EKIDOM_KIOSK_RUN';

/** The temporary folder of the run that this process belongs to; it goes when the run ends. */
export function runFolder() {
  const folder = process.env[RUN_MARKER];
  if (!folder) throw new Error('This program is started by `npm run`, not by itself.');
  return folder;
}
