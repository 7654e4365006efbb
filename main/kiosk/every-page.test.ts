import { expect, test, vi } from 'vitest';
import { everyPage } from './every-page.ts';
import { StandInApp, StandInPage } from './testing/stand-ins.ts';

test('holds in each page that is opened, until it is stopped', () => {
  const { app, held, released, pages } = arrange();

  pages.start();
  const first = app.open();
  const second = app.open();
  pages.stop();
  app.open();

  expect(held.mock.calls).toEqual([[first], [second]]);
  expect(released).toHaveBeenCalledTimes(2);
});

test('lets developer’s tools be', () => {
  const { app, held, pages } = arrange();
  const tools = new StandInPage();
  tools.getType.mockReturnValue('remote');

  pages.start();
  app.open(tools);

  expect(held).not.toHaveBeenCalled();
});

test('a page that is gone is not touched again', () => {
  const { app, released, pages } = arrange();

  pages.start();
  app.open().isDestroyed.mockReturnValue(true);
  app.open();
  pages.stop();

  expect(released).toHaveBeenCalledTimes(1);
});

function arrange() {
  const app = new StandInApp();
  const released = vi.fn();
  const held = vi.fn(() => released);
  return { app, held, released, pages: everyPage(app.asApp(), held) };
}
