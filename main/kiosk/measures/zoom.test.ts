import { EventEmitter } from 'node:events';
import type { Screen } from 'electron';
import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { StandInApp } from '../testing/stand-ins.ts';
import { zoom } from './zoom.ts';

test('Chromium is told before it starts that nothing is pinched', () => {
  const { commandLine, measure } = arrange();

  measure.apply();
  measure.undo();

  expect(commandLine.appendSwitch).toHaveBeenCalledExactlyOnceWith('disable-pinch');
  expect(commandLine.removeSwitch).toHaveBeenCalledExactlyOnceWith('disable-pinch');
});

test.each(['dom-ready', 'focus', 'zoom-changed'])('a page is held to its size at %s', (moment) => {
  const { app, measure } = arrange();

  measure.apply();
  const page = app.open();
  page.emit(moment);

  expect(page.setVisualZoomLevelLimits).toHaveBeenCalledExactlyOnceWith(1, 1);
});

test.each(['display-added', 'display-removed', 'display-metrics-changed'])(
  'a page is held to its size again at %s, until it is undone or gone',
  (change) => {
    const { app, screen, measure } = arrange();

    measure.apply();
    const page = app.open();
    const gone = app.open();
    gone.emit('destroyed');
    screen.emit(change);
    measure.undo();
    screen.emit(change);
    page.emit('dom-ready');

    expect(page.setVisualZoomLevelLimits).toHaveBeenCalledOnce();
    expect(gone.setVisualZoomLevelLimits).not.toHaveBeenCalled();
    expect(screen.listenerCount(change)).toBe(0);
  },
);

function arrange() {
  const app = new StandInApp();
  const screen = new EventEmitter();
  const commandLine = { appendSwitch: vi.fn(), removeSwitch: vi.fn() };
  const measure = zoom({ app: app.asApp(), commandLine, screen: () => screen as Screen, log: silentLog });
  return { app, screen, commandLine, measure };
}
