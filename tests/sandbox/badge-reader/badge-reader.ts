/** A badge reader on USB that says when a badge leaves it, as far as there can be one without a device of the kernel's. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SandboxBadgeReader {
  /** What is to stand in the kiosk's configuration. */
  readonly settings: typeof PCPROX;
  /** For Electron, before the kiosk's folder: puts this reader beside what node-hid finds. */
  readonly switches: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The number of the badge that lies on it. */
  lying(): string | null;
  lay(badgeNumber: string): Promise<void>;
  takeAway(): Promise<void>;
}

/** Of rf IDEAS in its mode for programs: 32 bits of number, and none of a site. */
export const PCPROX = {
  kind: 'badge',
  mode: 'hid',
  vendorId: 0x0c27,
  productId: 0x3bfa,
  format: { coding: 'pcprox', bits: 32, numberBits: 32 },
} as const;

/** Runs in the kiosk's main process. */
export const STAND_IN = join(import.meta.dirname, 'node-hid-stand-in.cjs');

export async function createBadgeReader(folder: string): Promise<SandboxBadgeReader> {
  const file = join(folder, 'lying');
  let number: string | null = null;
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });

  return {
    settings: PCPROX,
    switches: ['-r', STAND_IN],
    environment: { KIOSK_SANDBOX_BADGE_FILE: file },
    lying: () => number,
    async lay(badgeNumber) {
      await writeFile(file, badgeNumber);
      number = badgeNumber;
    },
    async takeAway() {
      await rm(file, { force: true });
      number = null;
    },
  };
}
