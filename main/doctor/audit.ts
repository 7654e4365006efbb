import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChainFault, ChainVerdict } from '../assist/audit/chain.ts';
import { openChain } from '../assist/audit/open-chain.ts';
import { openKeyring } from '../secrets/keyring.ts';
import { loadSealingKey } from '../secrets/sealing.ts';
import { DATABASE_FILE } from '../store/database-file.ts';
import { openStoreBeside } from '../store/store.ts';
import { type DoctorWorld, EXIT_FIT, EXIT_UNFIT, EXIT_USAGE } from './world.ts';

const FAULTS: Readonly<Record<ChainFault, string>> = {
  unreadable: 'it cannot be opened with the key of this kiosk',
  changed: 'it is not what was written down',
  missing: 'it is not there, or does not follow the one before',
  added: 'it stands behind the end of the trail',
};

/** Proves the trail of assisted sessions whole, or names the first link that does not hold. */
export async function tellAudit(words: readonly string[], world: DoctorWorld): Promise<number> {
  const unknown = words.find((word) => word !== '--json');
  if (unknown !== undefined) {
    await world.tellAside(`"${unknown}" is not understood. There is: --json.\n`);
    return EXIT_USAGE;
  }
  const verdict = await verifyHere(world);
  if (typeof verdict === 'string') {
    await world.tellAside(`The trail cannot be looked at: ${verdict}.\n`);
    return EXIT_UNFIT;
  }
  await world.tell(words.includes('--json') ? `${JSON.stringify(verdict)}\n` : `${sentenceOf(verdict)}\n`);
  return verdict.whole ? EXIT_FIT : EXIT_UNFIT;
}

/** The verdict, or why there is none. */
async function verifyHere(world: DoctorWorld): Promise<ChainVerdict | string> {
  const { dataFolder, log } = world.kiosk();
  const file = join(dataFolder, DATABASE_FILE);
  if (!existsSync(file)) return { whole: true, entryCount: 0 };
  const keyring = await openKeyring({ log });
  const sealing = keyring.ok ? await loadSealingKey(keyring.value) : keyring;
  if (!sealing.ok) return `the key is not there (${sealing.error.code})`;
  const opened = openStoreBeside(file, { log });
  if (!opened.ok) return `the database is ${opened.reason}`;
  try {
    const verdict = openChain(opened.store.auditEntries, sealing.value).verify();
    return verdict.ok ? verdict.value : `the database does not answer (${verdict.error.code})`;
  } finally {
    opened.store.close();
  }
}

function sentenceOf(verdict: ChainVerdict): string {
  return verdict.whole
    ? `The trail is whole: ${verdict.entryCount} entries.`
    : `The trail is broken at entry ${verdict.sequence}: ${FAULTS[verdict.why]}.`;
}
