import type { PartHealth } from '../../preload/health-contract.ts';
import { checksOf } from '../health/checks.ts';
import { readParts } from '../health/health.ts';
import { type DoctorWorld, EXIT_FIT, EXIT_UNFIT, EXIT_USAGE } from './world.ts';

/** Every part in a line; with `--json`, one JSON object for machines. */
export async function tellParts(words: readonly string[], world: DoctorWorld): Promise<number> {
  const unknown = words.find((word) => word !== '--json');
  if (unknown !== undefined) {
    await world.tellAside(`"${unknown}" is not understood. There is: --json.\n`);
    return EXIT_USAGE;
  }
  const kiosk = world.kiosk();
  const parts = await readParts(checksOf(kiosk), { log: kiosk.log });
  const isFit = parts.every(({ state }) => state !== 'unfit');
  const checkedAt = new Date().toISOString();
  await world.tell(
    words.includes('--json') ? `${JSON.stringify({ fit: isFit, checkedAt, parts })}\n` : table(parts),
  );
  return isFit ? EXIT_FIT : EXIT_UNFIT;
}

function table(parts: readonly PartHealth[]): string {
  const rows = parts.map(({ part, state, code, facts }) => [part, state, code, factsIn(facts)]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function factsIn(facts: PartHealth['facts']): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${/\s/.test(String(value)) ? JSON.stringify(value) : value}`)
    .join(' ');
}
