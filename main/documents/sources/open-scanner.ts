import type { KioskConfig } from '../../config/config-schema.ts';
import type { Log } from '../../log/log.ts';
import { createEsclScanner } from './escl/escl-scanner.ts';
import { createSaneScanner } from './sane-scanner.ts';
import type { Scanner } from './scanner.ts';

export function openScanner(settings: NonNullable<KioskConfig['scanner']>, log: Log): Scanner {
  switch (settings.driver) {
    case 'sane':
      return createSaneScanner(settings, { log });
    case 'escl':
      return createEsclScanner(settings, { log });
    default:
      return settings satisfies never;
  }
}
