import type { PartCheck } from '../part-check.ts';

/** As much of what node-hid tells of a device as is looked at. */
export interface HidDevice {
  readonly vendorId: number;
  readonly productId: number;
}

/** More than these a line cannot hold. */
const MOST_IDS = 12;

/** The devices that badge and card readers would be among. No reader is set up so far: they are listed, not judged. */
export function checkReaders(listDevices: () => Promise<readonly HidDevice[]> = listHidDevices): PartCheck {
  return {
    part: 'readers',
    async check() {
      let devices: readonly HidDevice[];
      try {
        devices = await listDevices();
      } catch (error) {
        const cause = error instanceof Error ? error.name : typeof error;
        return { state: 'degraded', code: 'READERS_NOT_LISTED', facts: { cause } };
      }
      // A device shows itself once for each of its uses.
      const ids = [...new Set(devices.map(idOf))];
      return {
        state: 'absent',
        code: 'NOT_CONFIGURED',
        facts: { devices: ids.length, deviceIds: ids.slice(0, MOST_IDS).join(' ') || null },
      };
    },
  };
}

async function listHidDevices(): Promise<readonly HidDevice[]> {
  const { devicesAsync } = await import('node-hid');
  return devicesAsync();
}

/** As `lsusb` writes it: `0c2e:0b61`. */
function idOf({ vendorId, productId }: HidDevice): string {
  return [vendorId, productId].map((number) => number.toString(16).padStart(4, '0')).join(':');
}
