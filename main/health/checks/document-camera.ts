import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, PartCheck } from '../part-check.ts';
import { absent } from './absent.ts';

/** A camera shows itself as one or more of these (Video4Linux). */
const CAMERA = /^video\d+$/;

/** Whether a camera is plugged in that the kiosk's user may look through. It is not switched on for that. */
export function checkDocumentCamera(
  deviceFolder = '/dev',
  platform: NodeJS.Platform = process.platform,
): PartCheck {
  if (platform !== 'linux') return absent('documentCamera', 'NOT_CHECKED_HERE');
  return {
    part: 'documentCamera',
    async check(): Promise<Finding> {
      const cameras = (await readdir(deviceFolder)).filter((name) => CAMERA.test(name));
      const facts = { devices: cameras.length };
      if (cameras.length === 0) return { state: 'unfit', code: 'CAMERA_MISSING', facts };
      const allowed = await Promise.all(cameras.map((name) => mayUse(join(deviceFolder, name))));
      return allowed.includes(true)
        ? { state: 'fit', code: 'OK', facts }
        : { state: 'unfit', code: 'CAMERA_REFUSED', facts };
    },
  };
}

function mayUse(device: string): Promise<boolean> {
  return access(device, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}
