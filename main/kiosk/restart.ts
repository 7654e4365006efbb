import type { App } from 'electron';
import { EXIT_FOR_RESTART } from './exit-codes.ts';

/**
 * Set by the units that start the kiosk again whenever it ends. systemd's own INVOCATION_ID would not do: every
 * terminal of a desktop inherits it, and nothing there starts the kiosk again.
 */
const RESTARTED_BY_UNIT = 'KIOSK_RESTARTED_BY_UNIT';

/**
 * Sees to it that the program begins anew once it has ended.
 *
 * @returns the code to exit with
 */
export function prepareRestart(
  app: Pick<App, 'relaunch'>,
  environment: NodeJS.ProcessEnv = process.env,
): number {
  if (!environment[RESTARTED_BY_UNIT]) app.relaunch();
  return EXIT_FOR_RESTART;
}
