/** The configuration's files, read and laid over each other before anybody has looked whether they make sense. */
import { readFileSync } from 'node:fs';
import type { ConfigFault } from '../../preload/contract.ts';

export type JsonObject = { [key: string]: unknown };
type Reading = { ok: true; content: JsonObject } | { ok: false; fault: ConfigFault };

export type ConfigFiles =
  | {
      ok: true;
      /** The default with the agency's keys over it; lists are replaced whole. */
      content: JsonObject;
      /** The file to look into when what stands there is wrong. */
      fileOf(path: PropertyKey[]): string;
    }
  | { ok: false; faults: ConfigFault[] };

/** Far above any real configuration, far below what would hold up the start. */
const MAX_FILE_CHARACTERS = 256 * 1024;

/**
 * @param defaultFile the file that comes with the program
 * @param agencyFile the agency's own file, which replaces keys of the default
 */
export function readConfigFiles(defaultFile: string, agencyFile?: string): ConfigFiles {
  const base = readJson(defaultFile);
  const overlay: Reading = agencyFile ? readJson(agencyFile) : { ok: true, content: {} };
  if (!base.ok || !overlay.ok) {
    return { ok: false, faults: [base, overlay].flatMap((reading) => (reading.ok ? [] : [reading.fault])) };
  }
  return {
    ok: true,
    content: merge(base.content, overlay.content),
    fileOf(path) {
      const group = path.slice(0, -1);
      // What a group lacks is the fault of the file that has the group, if only one has it.
      const isAgencys =
        reaches(overlay.content, path) || (reaches(overlay.content, group) && !reaches(base.content, group));
      return agencyFile && isAgencys ? agencyFile : defaultFile;
    },
  };
}

function readJson(file: string): Reading {
  const fault = (key: string, expected: string): Reading => ({ ok: false, fault: { file, key, expected } });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return fault('(file)', `a file that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
  if (text.length > MAX_FILE_CHARACTERS)
    return fault('(file)', `at most ${MAX_FILE_CHARACTERS / 1024} KiB of text`);
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(content) ? { ok: true, content } : fault('(file)', 'one JSON object: { … }');
  } catch {
    return fault(placeOfFault(text), 'valid JSON');
  }
}

/** V8 often leaves the place out of its message, so it is looked for: the shortest beginning that is already wrong. */
function placeOfFault(text: string): string {
  let wrongAt = text.length;
  for (let low = 0; low < wrongAt; ) {
    const middle = Math.floor((low + wrongAt) / 2);
    if (isWrongBeforeItsEnd(text.slice(0, middle + 1))) wrongAt = middle;
    else low = middle + 1;
  }
  const before = text.slice(0, wrongAt).split('\n');
  return `(line ${before.length}, column ${(before.at(-1) ?? '').length + 1})`;
}

function isWrongBeforeItsEnd(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    const message = String(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    if (position !== undefined)
      return Number(position) < beginning.length && !message.includes('Unterminated');
    return !message.includes('Unexpected end');
  }
}

function merge(base: JsonObject, overlay: JsonObject): JsonObject {
  const merged: JsonObject = { ...base };
  for (const [key, value] of Object.entries(overlay)) {
    const under = Object.hasOwn(base, key) ? base[key] : undefined;
    // A key named __proto__ must stay a key, to be refused like any other that is not listed.
    Object.defineProperty(merged, key, {
      value: isObject(value) && isObject(under) ? merge(under, value) : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return merged;
}

/** Whether the file gives the place. A list comes whole from one file, so what its items lack is that file's fault. */
function reaches(content: JsonObject, path: PropertyKey[]): boolean {
  const listAt = path.findIndex((step) => typeof step === 'number');
  let place: unknown = content;
  for (const step of listAt < 0 ? path : path.slice(0, listAt)) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) return false;
    place = (place as Record<PropertyKey, unknown>)[step];
  }
  return path.length > 0;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
