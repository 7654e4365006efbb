import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { projectRoot } from '../project.mjs';

/** The program's own time to stop everything in order; what is left then is ended by the guardian. */
const ENDING_PATIENCE_MS = 12_000;
const PARENT_CHECK_MS = 500;

/** @type {readonly NodeJS.Signals[]} */
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in place of this one: same terminal, same signals, same end.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} its exit code, by the shell's convention 128 + n when signal n ended it
 */
export async function handOver(program, words, environment) {
  let outOfPatience = () => {};
  /** @type {Promise<[number]>} */
  const givenUp = new Promise((resolve) => {
    outOfPatience = () => resolve([1]);
  });

  // Before there is a child, so that no signal can fall between the two.
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
    setTimeout(outOfPatience, ENDING_PATIENCE_MS).unref();
  };
  // After Ctrl+C it comes from the terminal and from npm too; to hear it several times does no harm.
  for (const signal of ENDING_SIGNALS) process.on(signal, passOn);

  const child = spawn(program, words, { cwd: projectRoot, env: environment, stdio: 'inherit' });
  const exit = once(child, 'exit');
  const parentCheck = endWithNpm(() => passOn('SIGTERM'));

  const [code, signal] = await Promise.race([exit, givenUp]);
  clearInterval(parentCheck);
  return code ?? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)];
}

/**
 * SIGKILL to npm reaches nobody else: its children see only that they have another parent.
 * @param {() => void} end
 */
function endWithNpm(end) {
  const parent = process.ppid;
  const isUnderNpm = process.env.npm_lifecycle_event !== undefined;
  return setInterval(() => {
    if (isUnderNpm && process.ppid !== parent) end();
  }, PARENT_CHECK_MS).unref();
}
