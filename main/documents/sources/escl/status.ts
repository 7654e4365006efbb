/** How a scanner says it is. */
import type { ErrorCode } from '../../../../preload/contract.ts';
import { readXml, textAt } from './xml.ts';

export interface EsclStatus {
  readonly state: 'idle' | 'busy' | 'stopped';
  readonly feeder: 'loaded' | 'empty' | null;
  /** What somebody has to see to first. */
  readonly trouble: ErrorCode | null;
}

/** `pwg:State`; what else there may be is taken for being at work. */
const STATES: Readonly<Record<string, EsclStatus['state']>> = {
  Idle: 'idle',
  Stopped: 'stopped',
  Down: 'stopped',
};

/** `scan:AdfState` of the Mopria eSCL specification, where it is a person's to mend. */
const FEEDER_TROUBLES: Readonly<Record<string, ErrorCode>> = {
  ScannerAdfJam: 'SCANNER_JAMMED',
  ScannerAdfMispick: 'SCANNER_MISPICKED',
  ScannerAdfMultipickDetected: 'SCANNER_MISPICKED',
  ScannerAdfHatchOpen: 'SCANNER_COVER_OPEN',
};

/** Null for what is no status. */
export function readStatus(bytes: Uint8Array): EsclStatus | null {
  const root = readXml(bytes, 'ScannerStatus');
  const state = root && textAt(root, 'State');
  if (!root || !state) return null;
  const feeder = textAt(root, 'AdfState') ?? '';
  return {
    state: Object.hasOwn(STATES, state) ? (STATES[state] ?? 'busy') : 'busy',
    feeder: feeder === 'ScannerAdfLoaded' ? 'loaded' : feeder === 'ScannerAdfEmpty' ? 'empty' : null,
    trouble: Object.hasOwn(FEEDER_TROUBLES, feeder) ? (FEEDER_TROUBLES[feeder] ?? null) : null,
  };
}
