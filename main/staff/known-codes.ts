/**
 * The staff codes of the last configuration that was right. A broken one must not keep out the technician who is to
 * mend it; what is kept are the hashes, in a file that only the kiosk's user can read.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StaffCode, staffCodesSchema } from '../config/config-schema.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import type { Log } from '../log/log.ts';

const FILE = 'staff-codes.json';
const OWNER_ONLY_FILE = 0o600;

/** Of this configuration if it is right, of the last one that was if not. Never throws: without any, nobody gets in. */
export function knownStaffCodes(loaded: LoadedConfig, dataFolder: string, log: Log): readonly StaffCode[] {
  const file = join(dataFolder, FILE);
  const kept = read(file);
  if (!loaded.ok) {
    log.warn('staff.codes-of-last-configuration', { codes: kept?.length ?? 0 });
    return kept ?? [];
  }
  const { staffCodes } = loaded.config;
  if (JSON.stringify(kept) !== JSON.stringify(staffCodes)) keep(file, staffCodes, log);
  return staffCodes;
}

function read(file: string): StaffCode[] | null {
  try {
    const kept = staffCodesSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return kept.success ? kept.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function keep(file: string, codes: readonly StaffCode[], log: Log): void {
  const draft = `${file}.new`;
  try {
    writeFileSync(draft, JSON.stringify(codes), { mode: OWNER_ONLY_FILE, flush: true });
    renameSync(draft, file);
  } catch (error) {
    // A disk that does not take it puts the kiosk out of service by other ways; staff get in as long as it is there.
    log.error('staff.codes-not-kept', {
      cause: error instanceof Error && 'code' in error ? String(error.code) : 'unknown',
    });
  }
}
