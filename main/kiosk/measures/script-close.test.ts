import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { StandInApp } from '../testing/stand-ins.ts';
import { scriptClose } from './script-close.ts';

test('in a frame `close` does nothing and cannot be had back; the page’s own is left to its preload script', () => {
  const { page } = arrange();
  page.emit('dom-ready');
  const [, parameters] = page.debugger.sendCommand.mock.lastCall ?? [];
  const { source } = parameters as { source: string };
  const frame = { top: {}, window: {} as { close?: unknown } };
  const itself = {};
  const top = { top: itself, window: itself };

  runInNewContext(source, frame);
  runInNewContext(source, top);

  expect(Object.getOwnPropertyDescriptor(frame.window, 'close')).toMatchObject({
    writable: false,
    configurable: false,
  });
  expect(top.window).toEqual({});
});

test('undone, the page is left alone', () => {
  const { page, measure } = arrange();

  page.emit('dom-ready');
  measure.undo();

  expect(page.debugger.detach).toHaveBeenCalledOnce();
});

function arrange() {
  const app = new StandInApp();
  const measure = scriptClose(app.asApp(), silentLog);
  measure.apply();
  return { measure, page: app.open() };
}
