import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { StandInPage } from '../testing/stand-ins.ts';
import { ownPage } from './own-page.ts';

const OWN = 'app://kiosk/index.html';

test('a page that went to about:blank is brought back, and that counts', () => {
  const { page, onAttempt } = arrange();

  page.emit('did-navigate', {}, 'about:blank');

  expect(page.loadURL).toHaveBeenCalledExactlyOnceWith(OWN);
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('navigation');
});

test('the own page is left alone', () => {
  const { page } = arrange();

  page.emit('did-navigate', {}, OWN);

  expect(page.loadURL).not.toHaveBeenCalled();
});

test('a page that has become an error page is brought back, and that counts', () => {
  const { page, onAttempt } = arrange();

  page.emit('did-fail-load', {}, -300, 'ERR_INVALID_URL', 'about:srcdoc', true);

  expect(page.loadURL).toHaveBeenCalledExactlyOnceWith(OWN);
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('navigation');
});

test.each([
  ['that was called off', -3, 'https://elsewhere.example/', true],
  ['in a frame of the page', -20, 'https://elsewhere.example/', false],
  ['of the own page itself', -2, OWN, true],
])('a load %s brings nothing back', (_which, errorCode, url, isMainFrame) => {
  const { page } = arrange();

  page.emit('did-fail-load', {}, errorCode, '', url, isMainFrame);

  expect(page.loadURL).not.toHaveBeenCalled();
});

test('undone, a page may be where it is', () => {
  const { page, measure } = arrange();

  measure.undo();
  page.emit('did-navigate', {}, 'about:blank');

  expect(page.loadURL).not.toHaveBeenCalled();
});

function arrange() {
  const page = new StandInPage();
  const onAttempt = vi.fn();
  const measure = ownPage(page.asContents(), OWN, silentLog, onAttempt);
  measure.apply();
  return { page, onAttempt, measure };
}
