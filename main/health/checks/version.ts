import type { PartCheck } from '../part-check.ts';

/** The major of Electron that ships. A test holds it to the lock file. */
export const SHIPPED_ELECTRON_MAJOR = 45;

/** What runs. A stand-in of another major is for development and tests, never for the hall. */
export function checkVersion(running: {
  app: string;
  isPackaged: boolean;
  versions: Readonly<NodeJS.ProcessVersions>;
}): PartCheck {
  return {
    part: 'version',
    check() {
      const { app, isPackaged, versions } = running;
      const electron = versions.electron ?? null;
      const isShipped = electron !== null && Number.parseInt(electron, 10) === SHIPPED_ELECTRON_MAJOR;
      return {
        state: isShipped ? 'fit' : 'degraded',
        code: isShipped ? 'OK' : 'RUNTIME_STAND_IN',
        facts: {
          app,
          electron,
          chromium: versions.chrome ?? null,
          node: versions.node,
          packaged: isPackaged,
        },
      };
    },
  };
}
