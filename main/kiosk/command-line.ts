/**
 * What a packaged kiosk lets itself be told when it is started. Chromium has hundreds of switches that open it, and
 * a new one with every major: so what is not listed is refused, before there is a window.
 */

/** With their values: a switch with another value is another switch. */
const KNOWN_WORDS: readonly string[] = [
  '--doctor',
  '--json',
  '--ozone-platform=wayland',
  '--ozone-platform=x11',
];

/** Electron and Node.js take orders from these: a debugger, other certificates, other code. */
const REFUSED_PREFIXES = ['ELECTRON_', 'NODE_'];
/** Chromium writes keys or pages where these say, or takes its sandbox from there. */
const REFUSED_NAMES = ['SSLKEYLOGFILE', 'CHROME_LOG_FILE', 'CHROME_DEVEL_SANDBOX'];

const ROOT_USER_ID = 0;

export interface Start {
  /** Everything after the program's own name. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of the user who runs it; undefined where there are no such numbers. */
  readonly userId: number | undefined;
}

/** The sentence that says why this start is refused, or null. It repeats names, never values. */
export function refusedStart({ words, environment, userId }: Start): string | null {
  const unknown = words.find((word) => !KNOWN_WORDS.includes(word));
  if (unknown !== undefined) {
    const name = unknown.startsWith('-') ? unknown.split('=', 1)[0] : 'a word without a dash';
    return `The kiosk does not start with ${name}. It knows: ${KNOWN_WORDS.join(', ')}.`;
  }
  const variable = Object.keys(environment).find(isRefused);
  if (variable !== undefined) return `The kiosk does not start with ${variable} in its environment.`;
  if (userId === ROOT_USER_ID) return 'The kiosk does not run as root, but as a user of its own.';
  return null;
}

function isRefused(variable: string): boolean {
  // Windows does not tell capital letters from small ones in these names.
  const name = variable.toUpperCase();
  return REFUSED_NAMES.includes(name) || REFUSED_PREFIXES.some((prefix) => name.startsWith(prefix));
}
