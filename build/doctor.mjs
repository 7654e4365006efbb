/** `npm run doctor -- WORDS`: the kiosk's own doctor, in the Electron that development runs on. */
import { spawnSync } from 'node:child_process';
import { electronFlags, electronRuntime } from './electron-runtime.mjs';
import { projectRoot } from './project.mjs';

// Editors made of Electron leave a switch in their terminals that would turn the kiosk into a plain Node.js.
const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;

const { status } = spawnSync(
  electronRuntime().executable,
  [...electronFlags(), projectRoot, '--doctor', ...process.argv.slice(2)],
  { env: environment, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
