/** `npm run dist`: the installer for the system that this runs on, in out/dist, from the official Electron only. */
import { join } from 'node:path';
import { electronRuntime } from './electron-runtime.mjs';
import { makeDebianPackage } from './packaging/debian-package.ts';
import { unfitToShip } from './packaging/official-only.ts';
import { pack } from './packaging/pack.ts';
import { projectRoot, projectVersion } from './project.mjs';

const output = `${projectRoot}/out/dist`;

const runtime = electronRuntime();
const unfit = unfitToShip(runtime);
if (unfit === null) {
  const files = await makeInstallers();
  process.stdout.write(`\n${files.join('\n')}\n`);
  process.stdout.write(
    process.platform === 'win32'
      ? 'The Debian package is made by the same command on Debian.\n'
      : "The Windows installer is made by the same command on Windows, where keytar's machine code is built.\n",
  );
} else {
  process.stderr.write(`${unfit}\n`);
  process.exitCode = 1;
}

async function makeInstallers(): Promise<string[]> {
  if (process.platform === 'win32') return pack({ runtime, output, target: 'nsis' });
  await pack({ runtime, output, target: 'dir' });
  const unpacked = join(output, 'linux-unpacked');
  return [await makeDebianPackage({ unpacked, version: projectVersion(), output, compression: 'zstd' })];
}
