/**
 * The one entry of all npm scripts: `node build/run.mjs COMMAND [words for it]`. It runs on the machine's Node.js
 * and on an empty checkout: it puts in place what is missing, then hands over to the project's own Node.js.
 */
const OLDEST_NODE = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;

if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
  // Only now: what this imports is not understood by an older Node.js.
  const { runCommand } = await import('./run-command.mjs');
  process.exitCode = await runCommand(process.argv.slice(2));
} else {
  process.stderr.write(
    `This is Node.js ${process.versions.node}; Node.js ${OLDEST_NODE.join('.')} or later is needed to begin.\n` +
      'Install it (nodejs.org, or your system), then start again. The rest comes by itself.\n',
  );
  process.exitCode = 1;
}
