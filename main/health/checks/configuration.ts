import type { LoadedConfig } from '../../config/load-config.ts';
import type { PartCheck } from '../part-check.ts';

/** Whether the kiosk has a configuration, and the first thing to mend where it has none. */
export function checkConfiguration(loaded: LoadedConfig): PartCheck {
  return {
    part: 'configuration',
    check() {
      if (loaded.ok) {
        const { kioskId, agency } = loaded.config;
        return { state: 'fit', code: 'OK', facts: { kioskId, agencyId: agency.id } };
      }
      const [first] = loaded.faults;
      return {
        state: 'unfit',
        code: 'CONFIG_INVALID',
        facts: { faults: loaded.faults.length, ...(first && cut(first)) },
      };
    },
  };
}

const LONGEST_FACT = 300;

/** A key may be as long as whoever broke the file liked. */
function cut(fault: { file: string; key: string; expected: string }) {
  const { file, key, expected } = fault;
  return {
    file: file.slice(-LONGEST_FACT),
    key: key.slice(0, LONGEST_FACT),
    expected: expected.slice(0, LONGEST_FACT),
  };
}
