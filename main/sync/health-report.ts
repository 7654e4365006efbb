/**
 * How the machine is, as a row of the outbox: the same in all that makes it be delivered once, and different in that
 * nobody waits for it. It gives way to whatever people handed in, makes room for the next one, and troubles no staff.
 */
import * as z from 'zod';
import { instant } from '../../preload/values.ts';

const count = z.int().min(0);

export const healthReportSchema = z.strictObject({
  at: instant,
  uptimeSeconds: count,
  versions: z.strictObject({ kiosk: z.string(), electron: z.string(), chromium: z.string() }),
  parts: z.array(
    z.strictObject({
      part: z.string(),
      id: z.string().nullable(),
      state: z.enum(['fit', 'degraded', 'unfit', 'absent']),
      code: z.string(),
    }),
  ),
  outbox: z.strictObject({ waiting: count, oldestMinutes: count, refused: count }).nullable(),
  freeDiskMegabytes: count.nullable(),
  temperatureCelsius: z.int().nullable(),
});
