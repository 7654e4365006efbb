/** What a packaged Electron may still do: switches burnt into its executable, before anything of ours runs. */
import {
  type FuseConfig,
  FuseState,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses';

/** A fuse that is not listed here, or not known to @electron/fuses, fails the build. */
type Fuses = Readonly<Record<keyof typeof FuseV1Options, boolean>>;

/** Only these two tie the archive's checksum to something that the system itself protects. */
const PLATFORMS_WITH_ARCHIVE_INTEGRITY = ['darwin', 'win32'];

export function fusesFor(platform: string): Fuses {
  return {
    // Not a Node.js for whoever can set an environment variable.
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableCookieEncryption: true,
    OnlyLoadAppFromAsar: true,
    EnableEmbeddedAsarIntegrityValidation: PLATFORMS_WITH_ARCHIVE_INTEGRITY.includes(platform),
    LoadBrowserProcessSpecificV8Snapshot: false,
    // Our page comes over app://, nothing over file://.
    GrantFileProtocolExtraPrivileges: false,
    // As Electron ships it: WebAssembly checks its bounds by hardware.
    WasmTrapHandlers: true,
  };
}

/** `executable` is the program's own, before it is signed. */
export async function setFuses(executable: string, platform: string): Promise<void> {
  const byNumber = Object.fromEntries(
    Object.entries(fusesFor(platform)).map(([name, isOn]) => [FuseV1Options[name as keyof Fuses], isOn]),
  ) as Record<FuseV1Options, boolean>;
  const config: FuseConfig = { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...byNumber };
  await flipFuses(executable, config);
}

/** As they stand in an executable, by name; one that has no name yet, by its number. */
export async function readFuses(executable: string): Promise<Record<string, boolean>> {
  const { version: _, ...wire } = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.entries(wire).map(([number, state]) => [
      FuseV1Options[Number(number)] ?? number,
      state === FuseState.ENABLE,
    ]),
  );
}
