/** The configuration: `default.json`, the agency's file over it, and a look at every key. Whole, or what is wrong. */
import type { z } from 'zod';
import type { ConfigFault } from '../../preload/contract.ts';
import { type ConfigFiles, readConfigFiles } from './config-files.ts';
import { configSchema, type KioskConfig } from './config-schema.ts';

export type LoadedConfig = { ok: true; config: KioskConfig } | { ok: false; faults: ConfigFault[] };

/** Compiling a check takes longer than the one check that is made with it. */
const READ_ONCE = { jitless: true };
/** More than a screen can show helps nobody. */
const MAX_FAULTS = 12;

export function loadConfig(...files: Parameters<typeof readConfigFiles>): LoadedConfig {
  return checkConfig(readConfigFiles(...files));
}

export function checkConfig(files: ConfigFiles): LoadedConfig {
  if (!files.ok) return files;
  const parsed = configSchema.safeParse(files.content, READ_ONCE);
  if (parsed.success) return { ok: true, config: parsed.data };
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, files.fileOf));
  return { ok: false, faults: faults.slice(0, MAX_FAULTS) };
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
