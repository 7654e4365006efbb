/** What the kiosk wrote into its log, as the technician finds it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../sandbox/sandbox.ts';

export interface LogLine {
  readonly event: string;
  readonly [fact: string]: string | number | boolean | null;
}

/** In the kiosk's data folder. */
export const LOG_FILE = 'logs/kiosk.log';

export function logText(sandbox: Sandbox): string {
  const file = join(sandbox.dataFolder, LOG_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The oldest first; those of one event when it is named. */
export function logLines(sandbox: Sandbox, event?: string): LogLine[] {
  const lines = logText(sandbox)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): LogLine => JSON.parse(line));
  return event === undefined ? lines : lines.filter((line) => line.event === event);
}
