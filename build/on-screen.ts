/**
 * `on-screen.ts PROGRAM [words]`: runs a program of this project on a virtual screen, where its windows have the size
 * that they ask for and nobody's mouse gets in their way.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOM_FOR_BOTH_ORIENTATIONS, startVirtualScreen } from './processes/virtual-screen.ts';

const screen = await startVirtualScreen(ROOM_FOR_BOTH_ORIENTATIONS);
process.stdout.write(`The kiosk opens on a virtual screen (Xvfb, ${screen.display}).\n`);

const program = spawn(process.execPath, process.argv.slice(2), {
  env: { ...process.env, DISPLAY: screen.display },
  stdio: 'inherit',
});
const [exitCode] = await once(program, 'exit');
await screen.stop();
process.exit(exitCode ?? 1);
