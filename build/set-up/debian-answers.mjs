/** What Debian's own programs answer, read. They are asked in the C locale. */

/** The two fields and the state that `installedPackages` reads, as `dpkg-query --showformat` wants them. */
export const DPKG_FORMAT = ['db:Status-Abbrev', 'Package', 'Architecture']
  .map((field) => `$\{${field}}`)
  .join(' ');

/**
 * @param {string} answer lines of dpkg-query, `ii  libnss3 amd64`; the second letter is the state: `i` is installed
 * @returns {ReadonlySet<string>} the names of the packages that are there for this machine's programs
 */
export function installedPackages(answer) {
  const lines = answer.split('\n').map((line) => line.trim().split(/\s+/));
  const installed = lines.filter(
    ([state, , kind]) => state?.[1] === 'i' && (kind === 'amd64' || kind === 'all'),
  );
  return new Set(installed.map(([, name]) => name ?? ''));
}

/**
 * @param {string} policy what `apt-cache policy` says: a block for each name, with its `Candidate:`
 * @returns {ReadonlySet<string>} the names that apt can install; one that others merely provide has no candidate
 */
export function packagesOnOffer(policy) {
  const blocks = policy.split(/\n(?=\S)/);
  const offered = blocks.filter((block) => /^ {2}Candidate: (?!\(none\))/m.test(block));
  return new Set(offered.map((block) => block.slice(0, block.indexOf(':'))));
}

/**
 * @template {{ names: readonly [string, ...string[]] }} Library
 * @param {readonly Library[]} libraries
 * @param {ReadonlySet<string>} installed
 * @returns {Library[]} those that are there under none of their names
 */
export function missingLibraries(libraries, installed) {
  return libraries.filter(({ names }) => !names.some((name) => installed.has(name)));
}

/**
 * @param {readonly { names: readonly [string, ...string[]] }[]} libraries
 * @param {ReadonlySet<string>} onOffer
 * @returns {string[]} of each library the name that apt can install; the oldest where apt knows nothing yet
 */
export function namesToInstall(libraries, onOffer) {
  return libraries.map(({ names }) => names.find((name) => onOffer.has(name)) ?? names[0]);
}
