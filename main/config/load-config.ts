/** Reads the configuration: `default.json`, then the agency's file over it. Says exactly what is wrong, or gives it whole. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { ConfigFault } from '../../preload/contract.ts';
import { configSchema, type KioskConfig } from './config-schema.ts';

export type LoadedConfig = { ok: true; config: KioskConfig } | { ok: false; faults: ConfigFault[] };

type JsonObject = { [key: string]: unknown };
type Reading = { ok: true; content: JsonObject } | { ok: false; fault: ConfigFault };

/** Compiling a check takes longer than the one check that is made with it. */
const READ_ONCE = { jitless: true };
/** Far above any real configuration, far below what would hold up the start. */
const MAX_FILE_CHARACTERS = 256 * 1024;
/** More than a screen can show helps nobody. */
const MAX_FAULTS = 12;

/**
 * @param defaultFile the file that comes with the program
 * @param agencyFile the agency's own file, which replaces keys of the default; lists are replaced whole
 */
export function loadConfig(defaultFile: string, agencyFile?: string): LoadedConfig {
  const base = readJson(defaultFile);
  const overlay: Reading = agencyFile ? readJson(agencyFile) : { ok: true, content: {} };
  if (!base.ok || !overlay.ok) {
    return { ok: false, faults: [base, overlay].flatMap((reading) => (reading.ok ? [] : [reading.fault])) };
  }

  const parsed = configSchema.safeParse(merge(base.content, overlay.content), READ_ONCE);
  if (parsed.success) return { ok: true, config: parsed.data };

  const faults = parsed.error.issues.flatMap((issue) =>
    faultsOf(issue, (path) => {
      const group = path.slice(0, -1);
      // What a group lacks is the fault of the file that has the group, if only one has it.
      const isAgencys =
        reaches(overlay.content, path) || (reaches(overlay.content, group) && !reaches(base.content, group));
      return agencyFile && isAgencys ? agencyFile : defaultFile;
    }),
  );
  return { ok: false, faults: faults.slice(0, MAX_FAULTS) };
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

function faultsOf(issue: z.core.$ZodIssue, fileOf: (path: PropertyKey[]) => string): ConfigFault[] {
  const fault = (path: PropertyKey[], expected: string): ConfigFault => ({
    file: fileOf(path),
    key: path.length > 0 ? path.map(String).join('.') : '(file)',
    expected,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        fault([...issue.path, key], 'no such key (see kiosk-config.schema.json)'),
      );
    case 'invalid_type':
      return [fault(issue.path, `${issue.expected}`)];
    case 'invalid_value':
      return [fault(issue.path, `one of: ${issue.values.map(String).join(', ')}`)];
    case 'too_small':
      return [fault(issue.path, `${issue.origin}: at least ${issue.minimum}`)];
    case 'too_big':
      return [fault(issue.path, `${issue.origin}: at most ${issue.maximum}`)];
    default:
      return [fault(issue.path, issue.message)];
  }
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

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
