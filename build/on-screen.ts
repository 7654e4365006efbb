/** `on-screen.ts PROGRAM [words]`: runs a program of this project; where there is no screen, on a virtual one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasScreen, startVirtualScreen } from './processes/virtual-screen.ts';

const screen = hasScreen() ? undefined : await startVirtualScreen();
if (screen)
  process.stdout.write(`There is no screen here: a virtual one is used (Xvfb, ${screen.display}).\n`);

const program = spawn(process.execPath, process.argv.slice(2), {
  env: screen ? { ...process.env, DISPLAY: screen.display } : process.env,
  stdio: 'inherit',
});
const [exitCode] = await once(program, 'exit');
await screen?.stop();
process.exit(exitCode ?? 1);
