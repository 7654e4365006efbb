import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { setFuses } from './fuses.ts';

/** electron-builder calls this with the unpacked program, before it is signed and put into an installer. */
export async function afterPack({
  appOutDir,
  electronPlatformName,
  packager,
}: AfterPackContext): Promise<void> {
  const name = `${packager.appInfo.productFilename}${electronPlatformName === 'win32' ? '.exe' : ''}`;
  // What Electron shows when there is no app; a stand-in's runtime brings it along.
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
  await setFuses(join(appOutDir, name), electronPlatformName);
}
