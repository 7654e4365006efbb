import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { isRefused, StandInApp } from '../testing/stand-ins.ts';
import { signInDialogs } from './sign-in-dialogs.ts';

test('a server that wants a name and a password gets neither, until it is undone', () => {
  const app = new StandInApp();
  const onAttempt = vi.fn();
  const answer = vi.fn();
  const measure = signInDialogs(app.asApp(), silentLog, onAttempt);
  const ask = () => isRefused(app, 'login', {}, {}, { realm: 'Sign in' }, answer);

  measure.apply();
  const whileApplied = ask();
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(answer).toHaveBeenCalledExactlyOnceWith();
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('signInDialog');
  expect(ask()).toBe(false);
});

test('a partner’s site gets neither, and does not slow the kiosk down by asking', () => {
  const app = new StandInApp();
  const onAttempt = vi.fn();
  const answer = vi.fn();
  const partner = {};
  signInDialogs(app.asApp(), silentLog, onAttempt, (contents) => contents === partner).apply();

  const refused = isRefused(app, 'login', partner, {}, { realm: 'Sign in' }, answer);

  expect(refused).toBe(true);
  expect(answer).toHaveBeenCalledExactlyOnceWith();
  expect(onAttempt).not.toHaveBeenCalled();
});
