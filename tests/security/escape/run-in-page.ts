import type { ElectronApplication } from 'playwright/test';

/** Some requests that are refused are never answered. */
const ANSWER_PATIENCE_MS = 1_000;

/**
 * Runs the body of an async function in the kiosk's page, just after a touch. It goes in by main's own door: to the
 * page it is its own script, held by its own policy, while a debugger's evaluation would be allowed more.
 * Gives the code or the name of an error, the text of a value, or `no answer`.
 */
export function runInPage(
  app: ElectronApplication,
  script: string,
  constants: Readonly<Record<string, string>> = {},
  patienceMs = ANSWER_PATIENCE_MS,
): Promise<string> {
  const whole = `new Promise((resolve) => {
    const { ${Object.keys(constants).join(', ')} } = ${JSON.stringify(constants)};
    const { call } = window.kiosk ?? {};
    const add = (name, attributes = {}) => {
      const made = document.createElement(name);
      made.className = 'escape-made';
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      document.body.append(made);
      return made;
    };
    setTimeout(() => resolve('no answer'), ${patienceMs});
    (async () => { ${script}\n })().then(
      (value) => resolve(typeof value === 'object' ? (JSON.stringify(value) ?? 'done') : String(value)),
      // The bridge's errors say their code, the browser's are known by their name.
      (error) => resolve(/^[A-Z_]+$/.test(error?.message) ? error.message : String(error?.name ?? error)),
    );
  })`;
  return app.evaluate(
    ({ BrowserWindow }, { whole, patienceMs }) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(whole, true).catch(String),
        // Asked of a page that goes away meanwhile, it is never answered either.
        new Promise<string>((resolve) => setTimeout(resolve, patienceMs, 'no answer')),
      ]),
    { whole, patienceMs: patienceMs * 2 },
  );
}
