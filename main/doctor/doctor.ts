/**
 * The kiosk looked at from a shell: `npm run doctor -- WORDS` in a checkout, `PROGRAM --doctor WORDS` where it is
 * installed. It runs beside the kiosk, opens no window, and changes nothing; only `terminal --amount` takes money.
 */
import { TERMINAL_USAGE } from '../payment/doctor-terminal.ts';
import { tellAudit } from './audit.ts';
import { tellParts } from './parts.ts';
import { makeStaffCode } from './staff-code.ts';
import { tellTerminal } from './terminal.ts';
import { type DoctorWorld, EXIT_USAGE } from './world.ts';

type Command = (words: readonly string[], world: DoctorWorld) => Promise<number>;

/** What can be asked of the doctor by name; without a name it looks at every part. */
const COMMANDS: Readonly<Record<string, { run: Command; usage: string }>> = {
  parts: { run: tellParts, usage: 'parts [--json]   how each part is; this is what happens without a name' },
  'staff-code': {
    run: makeStaffCode,
    usage: 'staff-code       makes the hash of a staff code for the configuration',
  },
  audit: {
    run: tellAudit,
    usage: 'audit [--json]   whether the trail of assisted sessions is whole',
  },
  terminal: { run: tellTerminal, usage: TERMINAL_USAGE },
};

/** @returns the exit code: 0 when nothing is unfit, 1 when something is, 2 when the words were not understood */
export async function runDoctor(words: readonly string[], world: DoctorWorld): Promise<number> {
  const [first = ''] = words;
  const isNamed = first !== '' && !first.startsWith('-');
  const command = COMMANDS[isNamed ? first : 'parts'];
  if (!command || !Object.hasOwn(COMMANDS, isNamed ? first : 'parts')) {
    const usages = Object.values(COMMANDS).map(({ usage }) => `  ${usage}`);
    await world.tellAside(`"${first}" is not understood. There is:\n${usages.join('\n')}\n`);
    return EXIT_USAGE;
  }
  return command.run(isNamed ? words.slice(1) : words, world);
}
