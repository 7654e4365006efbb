import { existsSync } from 'node:fs';

/** Electron's stand-in, the project's Node.js and the sandbox's printer and keyring exist for this platform. */
const isDebianOnX64 =
  process.platform === 'linux' && process.arch === 'x64' && existsSync('/usr/bin/dpkg-query');

/** @type {import('./set-up.mjs').Measure} */
export const platform = {
  isInPlace: () => isDebianOnX64,
  doing: 'Platform',
  carryOut: async () => ({
    ok: false,
    missing: `This is ${process.platform} on ${process.arch}. The kiosk's sandbox needs Linux on x64, Debian or Ubuntu.`,
    remedy:
      'On another system use a virtual machine with Debian 12. `npm run check` and `npm run build` work here.',
  }),
};
