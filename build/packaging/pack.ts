/** Makes the unpacked program out of what `npm run build` left in out/, with electron-builder. */
import { writeFile } from 'node:fs/promises';
import { build, type Configuration, Platform } from 'electron-builder';
import type { ElectronRuntime } from '../electron-runtime.mjs';
import { projectRoot } from '../project.mjs';
import { thirdPartyNotices } from './third-party-notices.ts';

export interface PackOptions {
  readonly runtime: ElectronRuntime;
  /** Where electron-builder leaves what it makes. */
  readonly output: string;
  /** `dir` is the unpacked program alone. */
  readonly target: 'dir' | 'nsis';
  /** Laid over electron-builder.yml. */
  readonly over?: Configuration;
}

/** electron-builder.yml puts it beside the program. */
const NOTICES_FILE = `${projectRoot}/out/third-party-notices.txt`;

/** Returns the files of the installers that were made. Nothing is downloaded for `dir`: the runtime is at hand. */
export async function pack({ runtime, output, target, over = {} }: PackOptions): Promise<string[]> {
  await writeFile(NOTICES_FILE, thirdPartyNotices(projectRoot));
  const platform = process.platform === 'win32' ? Platform.WINDOWS : Platform.LINUX;
  return build({
    projectDir: projectRoot,
    targets: platform.createTarget(target),
    publish: 'never',
    config: {
      directories: { output },
      electronDist: runtime.folder,
      electronVersion: runtime.version,
      ...over,
    },
  });
}
