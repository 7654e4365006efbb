/** What a kiosk leaves behind of a test that failed, in the test's own folder: its log, and how it ended if it did. */
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, TestInfo } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { LOG_FILE } from './kiosk-log.ts';

/** Of each kiosk: the last that its processes wrote. */
const written = new WeakMap<ElectronApplication, string>();
const WRITTEN_MAX = 20_000;

export function rememberWhatIsWritten(app: ElectronApplication): ElectronApplication {
  written.set(app, '');
  app.process().stderr?.on('data', (data) => {
    written.set(app, `${written.get(app)}${data}`.slice(-WRITTEN_MAX));
  });
  return app;
}

export function keepRemains(test: TestInfo, sandbox: Sandbox, apps: readonly ElectronApplication[]): void {
  if (test.status === test.expectedStatus) return;
  const log = join(sandbox.dataFolder, LOG_FILE);
  if (existsSync(log)) copyFileSync(log, test.outputPath('kiosk.log'));
  const told = apps.map((app) => {
    const { pid, exitCode, signalCode } = app.process();
    return `process ${pid}: exit ${exitCode}, signal ${signalCode}\n${written.get(app) ?? ''}\n`;
  });
  writeFileSync(test.outputPath('kiosk.txt'), told.join('\n'));
}
