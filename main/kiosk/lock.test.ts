import type { BrowserWindow, Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { silentLog } from '../log/log.ts';
import type { Measure } from './measure.ts';

vi.mock('electron', () => ({
  app: {},
  BaseWindow: class {},
  BrowserWindow: class {},
  clipboard: {},
  Menu: {},
  screen: {},
}));

const { programMeasures, sessionMeasures, surroundingMeasures, windowMeasures } = await import('./lock.ts');

const witnesses = { log: silentLog, onAttempt: vi.fn(), isQuitting: () => false };
const window = {} as BrowserWindow;

/** What holds in a developer's window, too. */
const ALWAYS = [
  'application menu',
  'zoom',
  'keyboard',
  'key bursts',
  'navigation',
  'script close',
  'file dialogs',
  'sign-in dialogs',
  'certificates',
  'bluetooth chooser',
  'peer connections',
  'window shape',
  'permissions',
  'device choosers',
  'downloads',
  'requests',
  'own page',
  'window title',
  'clipboard',
];

test('in the hall everything is locked', () => {
  expect(namesOf(measuresOf('kiosk')).sort()).toEqual(
    [...ALWAYS, 'closing', 'on top', 'every display', 'in front'].sort(),
  );
});

test('a developer’s window lets go of the display and closes, and of nothing else', () => {
  expect(namesOf(measuresOf('windowed')).sort()).toEqual(ALWAYS.toSorted());
});

test('no measure stands in it twice', () => {
  const names = namesOf(measuresOf('kiosk'));

  expect(new Set(names).size).toBe(names.length);
});

function measuresOf(mode: 'kiosk' | 'windowed'): Measure[] {
  return [
    ...programMeasures({ ...witnesses, mark: 'EKI', onScan: vi.fn(), badges: () => [], onBadge: vi.fn() }),
    ...sessionMeasures({} as Session, { ...witnesses, mayUseCamera: () => false }),
    ...windowMeasures(window, mode, witnesses),
    ...surroundingMeasures(window, mode),
  ];
}

function namesOf(measures: readonly Measure[]): string[] {
  return measures.map(({ name }) => name);
}
