/** The window's shape, before the rest of the configuration has been looked at. */
import type { ConfigFiles, JsonObject } from '../config/config-files.ts';
import { isObject } from '../config/config-files.ts';
import { lastResortConfig } from '../config/last-resort-config.ts';
import type { WindowShape } from './kiosk-window.ts';

/**
 * Checking a configuration takes a twentieth of the start, and needs no window: only what the window is made of is
 * read first. What makes no sense gives the locked shape; the check finds it a moment later, and the screen says so.
 */
export function earlyWindowShape(files: ConfigFiles): WindowShape {
  const content = files.ok ? files.content : {};
  const { mode } = group(content, 'window');
  const { widthPixels, heightPixels } = group(content, 'screen');
  const lastResort = { ...lastResortConfig.window, ...lastResortConfig.screen };
  if (!isPixels(widthPixels) || !isPixels(heightPixels)) return lastResort;
  return { mode: mode === 'windowed' ? mode : lastResort.mode, widthPixels, heightPixels };
}

function group(content: JsonObject, key: string): JsonObject {
  const value = content[key];
  return isObject(value) ? value : {};
}

function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 7_680;
}
