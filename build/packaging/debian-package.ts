/** Puts an unpacked kiosk into a Debian package, with Debian's own dpkg-deb: nothing is downloaded for it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { projectRoot } from '../project.mjs';
import { runQuietly } from '../quiet-program.mjs';
import { DEBIAN_PACKAGES } from '../set-up/debian-package-list.mjs';

const PACK_TIMEOUT_SECONDS = 600;

/** For dpkg-deb. Its own choice takes minutes for a package of this size, and saves a few percent. */
const COMPRESSIONS = { zstd: ['-Zzstd', '-z10'], none: ['-Znone'] } as const;

export const PROGRAM_FOLDER = 'opt/ekidom-kiosk';

/** What of the list at set-up the program itself needs when it runs. */
const NEEDED = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libdrm2',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libcups2',
  'libsecret-1-0',
  'libusb-1.0-0',
];
/** What the files for the operating system need (check.sh names what is missing for the display that was chosen), and scanners. */
const RECOMMENDED = [
  'cage | xinit',
  'xwayland | xauth',
  'dbus-daemon',
  'gnome-keyring',
  'libpam-systemd',
  'sane-utils',
];

export interface DebianPackage {
  /** The unpacked program, as electron-builder left it. */
  readonly unpacked: string;
  readonly version: string;
  /** The folder that gets the package. */
  readonly output: string;
  readonly compression: keyof typeof COMPRESSIONS;
}

/** Returns the package's file. */
export async function makeDebianPackage(from: DebianPackage): Promise<string> {
  const stage = await mkdtemp(join(tmpdir(), 'deb-'));
  try {
    await chmod(stage, 0o755);
    await fill(stage, from);
    await mkdir(from.output, { recursive: true });
    const file = join(from.output, `ekidom-kiosk_${debianVersion(from.version)}_amd64.deb`);
    const words = ['--root-owner-group', ...COMPRESSIONS[from.compression], '--build', stage, file];
    const made = await runQuietly('dpkg-deb', words, { timeoutSeconds: PACK_TIMEOUT_SECONDS });
    if (!made.ok) {
      // Half a package looks like one.
      await rm(file, { force: true });
      throw new Error(`dpkg-deb could not make the package. ${made.output}`);
    }
    return file;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function fill(stage: string, { unpacked, version }: DebianPackage): Promise<void> {
  const program = join(stage, PROGRAM_FOLDER);
  await cp(unpacked, program, { recursive: true });
  // Where a system keeps user namespaces from ordinary users, Chromium makes its sandbox with this one's rights.
  await chmod(join(program, 'chrome-sandbox'), 0o4755);

  const commands = join(stage, 'usr/bin');
  await mkdir(commands, { recursive: true });
  await cp(`${projectRoot}/build/packaging/ekidom-kiosk.sh`, join(commands, 'ekidom-kiosk'));
  await chmod(join(commands, 'ekidom-kiosk'), 0o755);

  const sums = await Promise.all(
    (await filesBelow(stage)).sort().map(async (file) => `${await md5Of(file)}  ${relative(stage, file)}\n`),
  );
  const description = join(stage, 'DEBIAN');
  await mkdir(description);
  await writeFile(join(description, 'control'), control(version));
  // So that `dpkg --verify` can tell whether the program is still the one that was installed.
  await writeFile(join(description, 'md5sums'), sums.join(''));
}

function control(version: string): string {
  return `${[
    'Package: ekidom-kiosk',
    `Version: ${debianVersion(version)}`,
    'Architecture: amd64',
    'Section: misc',
    'Priority: optional',
    'Maintainer: EKIDOM',
    `Depends: ${NEEDED.map(alternatives).join(', ')}`,
    `Recommends: ${RECOMMENDED.join(', ')}`,
    "Description: The public terminal in EKIDOM's reception areas",
    ' The program, and the files that close the system below it, which',
    ` /${PROGRAM_FOLDER}/resources/operating-system/install.sh puts in place.`,
  ].join('\n')}\n`;
}

/** Libraries have other names in later releases; the set-up's list knows them. */
function alternatives(name: string): string {
  const entry = DEBIAN_PACKAGES.find(({ names }) => names.includes(name));
  if (!entry) throw new Error(`The list of Debian packages no longer knows ${name}.`);
  return entry.names.join(' | ');
}

/** In a Debian version a tilde sorts before everything: a trial is older than what it tries out. */
function debianVersion(version: string): string {
  return version.replaceAll('-', '~');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function md5Of(file: string): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
