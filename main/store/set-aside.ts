import { existsSync, renameSync } from 'node:fs';

/** The write-ahead log and its index belong to the file: what they hold may be worth saving with it. */
const COMPANIONS = ['-wal', '-shm'];

/**
 * Moves a database out of the way under a name that says when, and answers that name.
 * `kiosk.sqlite` becomes `kiosk.sqlite.damaged-20260314T083000Z`. Throws what the file system throws.
 */
export function setAside(file: string, now: number): string {
  const target = freeName(`${file}.damaged-${compactInstant(now)}`);
  // The file last: while it is still there, an interrupted move is simply begun again.
  for (const suffix of COMPANIONS) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  }
  if (existsSync(file)) renameSync(file, target);
  return target;
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let next = 2; existsSync(name); next++) name = `${wanted}-${next}`;
  return name;
}

function compactInstant(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
}
