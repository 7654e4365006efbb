import { STAFF_CODE } from '../../preload/contract.ts';
import { readHidden } from './read-hidden.ts';
import { type DoctorWorld, EXIT_FIT, EXIT_INTERRUPTED, EXIT_USAGE } from './world.ts';

/** Asks for a code without showing it, and tells its hash: the line that goes into the configuration. */
export async function makeStaffCode(words: readonly string[], world: DoctorWorld): Promise<number> {
  const [unknown] = words;
  if (unknown !== undefined) {
    // It may well be a code, which belongs neither into a shell's history nor onto a screen.
    await world.tellAside('staff-code takes no words: it asks for the code, or reads it from its input.\n');
    return EXIT_USAGE;
  }
  const codes: string[] = [];
  for (const question of world.input.isTTY ? ['Code, 6 to 12 figures: ', 'Again: '] : ['']) {
    await world.tellAside(question);
    const code = await readHidden(world.input);
    if (code === null) return EXIT_INTERRUPTED;
    if (question !== '') await world.tellAside('\n');
    if (!STAFF_CODE.test(code)) {
      await world.tellAside('A code is made of 6 to 12 figures; 8 are better than 6.\n');
      return EXIT_USAGE;
    }
    codes.push(code);
  }
  const [code = '', again = code] = codes;
  if (code !== again) {
    await world.tellAside('These were two different codes.\n');
    return EXIT_USAGE;
  }
  const { hashCode } = await import('../staff/code-hashes.ts');
  await world.tell(`${await hashCode(code)}\n`);
  await world.tellAside(
    'In the configuration: "staffCodes": [{ "id": "who-it-is", "codeHash": "the line above" }]\n',
  );
  return EXIT_FIT;
}
