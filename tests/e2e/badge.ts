import type { ElectronApplication } from 'playwright/test';
import { BADGE_READER } from '../sandbox/config-overlay.ts';
import { pressKeys } from './keys.ts';

/** As the sandbox's reader types it. */
export function presentBadge(app: ElectronApplication, badgeNumber: string): Promise<void> {
  const typed = [...BADGE_READER.prefix, ...badgeNumber].map((keyCode) => ({ keyCode }));
  return pressKeys(app, [...typed, { keyCode: 'Enter' }]);
}
