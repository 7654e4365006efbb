import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { StandInApp } from '../testing/stand-ins.ts';
import { fileDialogs } from './file-dialogs.ts';

test('each page is told to report the wish for a file instead of opening a dialog', () => {
  const { page } = arrange();

  page.emit('dom-ready');
  page.emit('dom-ready');

  expect(page.debugger.attach).toHaveBeenCalledOnce();
  expect(page.debugger.sendCommand.mock.calls).toEqual([
    ['Page.enable'],
    ['Page.setInterceptFileChooserDialog', { enabled: true, cancel: true }],
  ]);
});

test('a page that was let go is told again', () => {
  const { page } = arrange();

  page.emit('dom-ready');
  page.debugger.detach();
  page.emit('dom-ready');

  expect(page.debugger.attach).toHaveBeenCalledTimes(2);
  expect(page.debugger.sendCommand).toHaveBeenCalledTimes(4);
});

test('a page that could not be told is told at the next occasion', async () => {
  const { page } = arrange();
  page.debugger.sendCommand.mockRejectedValueOnce(new Error('target closed'));

  page.emit('dom-ready');
  await vi.waitFor(() => {
    page.emit('dom-ready');
    expect(page.debugger.sendCommand).toHaveBeenCalledTimes(4);
  });
});

test('a wish for a file is counted, and nothing else that a page reports', () => {
  const { page, onAttempt } = arrange();

  page.debugger.emit('message', {}, 'Page.frameNavigated');
  page.debugger.emit('message', {}, 'Page.fileChooserOpened');

  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('fileDialog');
});

test('undone, the page is left alone', () => {
  const { page, measure, onAttempt } = arrange();

  page.emit('dom-ready');
  measure.undo();
  page.emit('dom-ready');
  page.debugger.emit('message', {}, 'Page.fileChooserOpened');

  expect(page.debugger.detach).toHaveBeenCalledOnce();
  expect(page.debugger.attach).toHaveBeenCalledOnce();
  expect(onAttempt).not.toHaveBeenCalled();
});

function arrange() {
  const app = new StandInApp();
  const onAttempt = vi.fn();
  const measure = fileDialogs(app.asApp(), silentLog, onAttempt);
  measure.apply();
  return { measure, onAttempt, page: app.open() };
}
