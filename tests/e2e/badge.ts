/** Badges and PINs of staff, as readers and fingers bring them. */
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import {
  createBadgeReader,
  type SandboxBadgeReader,
  STAND_IN,
} from '../sandbox/badge-reader/badge-reader.ts';
import { BADGE_READER } from '../sandbox/config-overlay.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { STAFF, type StaffMember } from '../sandbox/tenant-api/staff.ts';
import { pressKeys } from './keys.ts';
import { touchTheCorners } from './staff.ts';
import { type english, words } from './words.ts';

export const CLAIRE = memberNamed('claire.dubois');
export const MARC = memberNamed('marc.lefevre');

/** As the sandbox's reader types it. */
export function presentBadge(app: ElectronApplication, badgeNumber: string): Promise<void> {
  const typed = [...BADGE_READER.prefix, ...badgeNumber].map((keyCode) => ({ keyCode }));
  return pressKeys(app, [...typed, { keyCode: 'Enter' }]);
}

/** Where `PCPROX` stands in the configuration, and before the kiosk has looked for readers for the first time. */
export async function plugInBadgeReader(
  app: ElectronApplication,
  sandbox: Sandbox,
): Promise<SandboxBadgeReader> {
  const reader = await createBadgeReader(join(sandbox.dataFolder, '..', 'badge-reader'));
  await app.evaluate(
    (_electron, { standIn, environment }) => {
      Object.assign(process.env, environment);
      process.getBuiltinModule('node:module').createRequire(standIn)(standIn);
    },
    { standIn: STAND_IN, environment: reader.environment },
  );
  return reader;
}

/** On the pad, figure by figure. */
export async function typePin(
  page: Page,
  pin: string,
  { staffPin }: Pick<typeof english, 'staffPin'> = words,
): Promise<void> {
  const pad = page.getByRole('dialog');
  for (const figure of pin) await pad.getByRole('button', { name: figure, exact: true }).click();
  await pad.getByRole('button', { name: staffPin.enter, exact: true }).click();
}

/** By the corners and a user name, for whoever has left their badge at the desk. */
export async function identify(page: Page, userName: string, pin: string): Promise<void> {
  await touchTheCorners(page);
  await page.getByRole('button', { name: words.staffPin.open }).click();
  await page.getByLabel(words.staffPin.name, { exact: true }).fill(userName);
  await page.getByRole('button', { name: words.staffPin.toPin }).click();
  await typePin(page, pin);
}

function memberNamed(userName: string): StaffMember {
  const member = STAFF.find((each) => each.userName === userName);
  if (!member) throw new Error(`the landlord has nobody named ${userName}`);
  return member;
}
