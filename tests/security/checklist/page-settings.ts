/** What main knows of the kiosk's page and of its own start. */
import type { ElectronApplication } from 'playwright/test';

/** Electron keeps them for every page, under a name that its types leave out. */
export function webPreferences(app: ElectronApplication): Promise<object> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as
      | { getLastWebPreferences?(): object }
      | undefined;
    return contents?.getLastWebPreferences?.() ?? {};
  });
}

/** Those of the command-line switches that are given. */
export function switches(app: ElectronApplication, names: readonly string[]): Promise<string[]> {
  return app.evaluate(({ app }, names) => names.filter((name) => app.commandLine.hasSwitch(name)), names);
}
