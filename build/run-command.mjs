import { COMMANDS } from './commands.mjs';
import { startGuardian } from './processes/guardian.mjs';
import { handOver } from './processes/hand-over.mjs';
import { projectEnvironment, projectNode, projectRoot } from './project.mjs';
import { setUp } from './set-up/set-up.mjs';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/**
 * @param {readonly string[]} words the command's name, then what is meant for its program
 * @returns {Promise<number>} the exit code
 */
export async function runCommand([name = '', ...words]) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.\n`);
    return EXIT_USAGE;
  }

  const guardian = startGuardian();
  try {
    const isReady = await setUp(command.measures, { folder: projectRoot, retryDownloads: name === 'set-up' });
    if (!isReady) return EXIT_FAILED;
    if (!command.program) {
      process.stdout.write(`${name}: everything is in place.\n`);
      return 0;
    }
    const node = projectNode() ?? process.execPath;
    return await handOver(node, [...command.program, ...words], projectEnvironment(node));
  } finally {
    await guardian.endRun();
  }
}
