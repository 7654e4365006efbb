const SWITCH = '--doctor';

/** What follows the switch on the program's command line; null when it was started for something else. */
export function doctorWords(commandLine: readonly string[]): readonly string[] | null {
  const at = commandLine.indexOf(SWITCH);
  return at < 0 ? null : commandLine.slice(at + 1);
}
