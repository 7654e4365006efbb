/**
 * Whose work is in the kiosk, and on which terms: every package that can get into the program, with the words of its
 * licence as its authors wrote them. Electron brings those of its own and of Chromium.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
  readonly author?: string | { readonly name?: string };
}

const TERMS = /^(licen[cs]e|copying|notice|ofl)([.-].*)?$/i;
const RULE = '='.repeat(80);

/**
 * @param root of the project, with its lock file and its installed packages
 * @throws Error when a package says nowhere on which terms it may be passed on
 */
export function thirdPartyNotices(root: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };
  const folders = Object.entries(lock.packages)
    .filter(([path, locked]) => path.startsWith('node_modules/') && mayShip(locked))
    .map(([path]) => join(root, path));
  const notices = [...new Map(folders.map((folder) => noticeOf(folder)))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, notice]) => notice);
  return `${HEADING}\n${notices.join('\n')}`;
}

const HEADING = `The kiosk is made with the work of others. These are the packages in it, and the terms of each.
Electron and Chromium have theirs in LICENSE.electron.txt and LICENSES.chromium.html.

libheif, which reads pictures in HEIC, is under the GNU Lesser General Public License. It stands outside the
program's archive, in resources/app.asar.unpacked/node_modules/libheif-js/libheif-wasm/libheif-bundle.mjs, and
works unchanged: another build of the library with the same interface may be put in its place. Its source is at
https://github.com/strukturag/libheif, and that of this build at https://github.com/catdad-experiments/libheif-js.
`;

/** What is optional is for development here: a Node.js of the project's own, drawing for tests. */
function mayShip({ dev, devOptional, optional, link }: LockedPackage): boolean {
  return !dev && !devOptional && !optional && !link;
}

/** One version of a package may be installed in several places. */
function noticeOf(folder: string): [id: string, notice: string] {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const id = `${manifest.name} ${manifest.version}`;
  const name = licenceName(manifest);
  const texts = termsIn(folder);
  if (name === null && texts.length === 0)
    throw new Error(`${id} does not say on which terms it is passed on.`);
  const about = [id, `Licence: ${name ?? 'see below'}`, ...whereFrom(manifest)];
  return [
    id,
    [RULE, ...about, RULE, '', ...(texts.length > 0 ? texts : [authorOf(manifest), '']), ''].join('\n'),
  ];
}

function licenceName({ license, licenses = [] }: Manifest): string | null {
  if (typeof license === 'string') return license;
  return (license?.type ?? licenses.map(({ type }) => type).join(' or ')) || null;
}

/** Beside the manifest, and one folder below, where those of what a package is built from stand. */
function termsIn(folder: string): string[] {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => join(folder, name));
  const texts = [folder, ...folders].flatMap((place) =>
    readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isFile() && TERMS.test(entry.name) && !/\.(js|ts|json)$/.test(entry.name))
      .map((entry) => readFileSync(join(place, entry.name), 'utf8').trim()),
  );
  return [...new Set(texts)].map((text) => `${text}\n`);
}

function whereFrom({ homepage, repository }: Manifest): string[] {
  const address = typeof repository === 'string' ? repository : (repository?.url ?? homepage);
  return address === undefined ? [] : [`From: ${address.replace(/^git\+/, '')}`];
}

function authorOf({ author }: Manifest): string {
  const name = typeof author === 'string' ? author : author?.name;
  return name === undefined ? 'The package holds no text of its licence.' : `Copyright ${name}`;
}
