import type { ErrorCode } from '../../../preload/contract.ts';
import type { HealthCode } from '../../../preload/health-contract.ts';
import type { Scanner } from '../../documents/sources/scanner.ts';
import type { PartCheck } from '../part-check.ts';

const CODES: Partial<Record<ErrorCode, HealthCode>> = {
  SCANNER_UNREACHABLE: 'SCANNER_UNREACHABLE',
  SCANNER_NOT_TRUSTED: 'SCANNER_NOT_TRUSTED',
  SCANNER_BUSY: 'SCANNER_BUSY',
  SCANNER_JAMMED: 'SCANNER_WAITING',
  SCANNER_MISPICKED: 'SCANNER_WAITING',
  SCANNER_COVER_OPEN: 'SCANNER_WAITING',
  SCANNER_STOPPED: 'SCANNER_WAITING',
};

/** Longer than any maker's name for a device. */
const LONGEST_MODEL = 80;

/** The document scanner, asked how it is without anything being scanned. */
export function checkScanner(driver: string, scanner: Pick<Scanner, 'check'>): PartCheck {
  return {
    part: 'scanner',
    async check() {
      const answer = await scanner.check();
      if (!answer.ok) {
        const cause = answer.error.code;
        const code = CODES[cause] ?? 'SCANNER_NOT_A_SCANNER';
        return { state: code === 'SCANNER_BUSY' ? 'degraded' : 'unfit', code, facts: { driver, cause } };
      }
      const { state, model, feeder } = answer.value;
      return {
        state: 'fit',
        code: state === 'busy' ? 'SCANNER_BUSY' : 'OK',
        facts: {
          driver,
          model: model?.slice(0, LONGEST_MODEL) ?? null,
          ...(feeder === null ? {} : { paperInFeeder: feeder === 'loaded' }),
        },
      };
    },
  };
}
