import { join } from 'node:path';
import { z } from 'zod';
import { customerSchema } from './plan.ts';

/** What whoever starts a terminal tells it, in a file that the program is given the path of. */
export const settingsSchema = z.strictObject({
  folder: z.string(),
  /** Always the same one after a power cut, so that the kiosk finds it again. 0 is any free one. */
  port: z.int().min(0).max(65_535),
  customer: customerSchema,
  /** Whose end is the terminal's end. */
  parentPid: z.int(),
  /** What only one protocol knows, such as the path of a serial line. */
  own: z.record(z.string(), z.string()),
});

export type TerminalSettings = z.output<typeof settingsSchema>;

/** What the terminal says, in a file, as soon as it is ready. */
export const announcementSchema = z.strictObject({
  pid: z.int(),
  /** 0 when the protocol has none. */
  port: z.int(),
  controlUrl: z.string(),
});

export type Announcement = z.output<typeof announcementSchema>;

export const settingsFile = (folder: string): string => join(folder, 'settings.json');
export const announcementFile = (folder: string): string => join(folder, 'ready.json');
export const journalFile = (folder: string): string => join(folder, 'journal.jsonl');
