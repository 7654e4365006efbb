/** A packaged kiosk for trying things out, on whichever Electron is here. Nobody can take it for the real one. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronRuntime } from '../electron-runtime.mjs';
import { projectVersion } from '../project.mjs';
import { pack } from './pack.ts';

export const TRIAL_EXECUTABLE = 'ekidom-kiosk-trial';
export const TRIAL_NOTICE = 'TRIAL.txt';

/** Returns the folder of the unpacked trial, which stands in `output`. */
export async function makeTrial(runtime: ElectronRuntime, output: string): Promise<string> {
  const version = `${projectVersion()}-trial`;
  const productName = 'Borne EKIDOM (TRIAL)';
  await rm(output, { recursive: true, force: true });
  await pack({
    runtime,
    output,
    target: 'dir',
    over: { productName, executableName: TRIAL_EXECUTABLE, extraMetadata: { version, productName } },
  });
  const folder = join(output, process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
  const notice = [
    `${productName} ${version}`,
    '',
    'This is a trial. It is not for any hall, and not to be passed on.',
    `It runs on Electron ${runtime.version} (${runtime.kind}).`,
    '',
  ];
  await writeFile(join(folder, TRIAL_NOTICE), notice.join('\n'));
  return folder;
}
