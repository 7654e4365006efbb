import { type ElectronRuntime, lockedElectronVersion } from '../electron-runtime.mjs';

/** The sentences that say why this runtime may not be shipped, or null when it may. */
export function unfitToShip(
  runtime: ElectronRuntime,
  locked: string = lockedElectronVersion(),
): string | null {
  if (runtime.kind === 'official' && runtime.version === locked) return null;
  const found = {
    official: `the official Electron ${runtime.version}, which is not the one in the lock file`,
    'stand-in': `a stand-in for Electron (${runtime.version}) that is for development and tests only`,
    override: `whatever Electron ELECTRON_OVERRIDE_DIST_PATH names (${runtime.version})`,
  }[runtime.kind];
  return [
    `No installer is made: here is ${found}.`,
    `What ships is the official Electron ${locked}, downloaded and checked by its own installer: \`npm run set-up\` tries that again.`,
    '`npm run dist:trial` makes an unpacked trial from what is here.',
  ].join('\n');
}
