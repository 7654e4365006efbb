/** Runs a program as a user without rights, as the kiosk runs in a hall, also when the tests themselves run as root. */

import type { StdioOptions } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { type ProcessGroup, startProcessGroup } from '../../build/processes/process-group.ts';

/** `nobody` and `nogroup`, on every Debian. */
const NOBODY = 65_534;

const isRoot = process.getuid?.() === 0;

/** A folder that this user may write to, and nobody else look into. */
export function ownFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  giveAway(path);
  return path;
}

export function giveAway(path: string): void {
  if (isRoot) chownSync(path, NOBODY, NOBODY);
}

/** `environment` is all that the program gets to see. */
export function startAsOrdinaryUser(
  program: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  stdio: StdioOptions = ['ignore', 'pipe', 'pipe'],
): ProcessGroup {
  const options = { environment: { PATH: process.env.PATH, ...environment }, stdio };
  if (!isRoot) return startProcessGroup(program, words, options);
  const drop = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--no-new-privs', '--'];
  return startProcessGroup('setpriv', [...drop, program, ...words], options);
}
