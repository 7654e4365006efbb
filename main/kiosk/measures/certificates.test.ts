import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { isRefused, StandInApp } from '../testing/stand-ins.ts';
import { certificates } from './certificates.ts';

const SITE = 'https://elsewhere.example/';

test('a wrong certificate is refused, until it is undone', () => {
  const { app, measure } = arrange();
  const trust = vi.fn();
  const meet = () => isRefused(app, 'certificate-error', {}, SITE, 'net::ERR_CERT_DATE_INVALID', {}, trust);

  const whileApplied = meet();
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(trust).toHaveBeenCalledExactlyOnceWith(false);
  expect(meet()).toBe(false);
});

test('no certificate of this machine is shown to a server, until it is undone', () => {
  const { app, measure } = arrange();
  const show = vi.fn();
  const ask = () => isRefused(app, 'select-client-certificate', {}, SITE, [{ subjectName: 'kiosk' }], show);

  const whileApplied = ask();
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(show).toHaveBeenCalledExactlyOnceWith();
  expect(ask()).toBe(false);
});

function arrange() {
  const app = new StandInApp();
  const measure = certificates(app.asApp(), silentLog);
  measure.apply();
  return { app, measure };
}
