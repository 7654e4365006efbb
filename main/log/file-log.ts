/** The log on disk: one JSON object a line, in a folder of the kiosk's own, kept small by rotation. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Facts, Log } from './log.ts';

/** One rotated file is kept beside the current one: enough for weeks, never a full disk. */
const MAX_FILE_BYTES = 5 * 1024 * 1024;

export function openFileLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = electronLog.create({ logId: 'kiosk' });
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => join(folder, 'kiosk.log');
  logger.transports.file.maxSize = MAX_FILE_BYTES;
  logger.transports.file.format = ({ message }) => message.data;

  const write = (level: 'info' | 'warn' | 'error') => (event: string, facts?: Facts) =>
    logger[level](JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }));
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
